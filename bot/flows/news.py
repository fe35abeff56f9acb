"""News about an interview that was debriefed earlier: told to the same job, and the plan follows.

A rejection, an offer, a new date, a note that went out: one event more, and what is due is reckoned
anew from all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from bot.coaching import knowledge
from bot.coaching.findings import found
from bot.coaching.follow_ups import Event, FollowUpKind, Kind, plan
from bot.coaching.reading.signs import Context
from bot.coaching.report import step_text
from bot.coaching.told.interview import Interview
from bot.coaching.told.outcomes import KINDS, employer_of
from bot.coaching.told.when import coming_day
from bot.flows.caring import Mood, cared
from bot.flows.days import days_ago
from bot.flows.drafting import Desk, drafting
from bot.flows.looking import moment, reading_of
from bot.flows.steps import Flow, Option, choose, say, show
from bot.flows.telling import Ended, tell
from bot.limits import OPTIONS_MOST
from bot.words import Card, Line, Role, Text, t


@dataclass(frozen=True, slots=True)
class Job:
    """One application as it stood when this conversation began."""

    id: str
    interview: Interview
    events: tuple[Event, ...]

    @property
    def label(self) -> Text:
        """Name it for a button."""
        match self.interview:
            case Interview(role=str(role), employer=str(employer)):
                return t("{role} at {employer}", role=role[:30], employer=employer[:30])
            case Interview(role=str(one)) | Interview(employer=str(one)):
                return t("{job}", job=one[:60])
            case Interview(held_on=day) if day is not None:
                return t("The one on {day}", day=day)
            case _:
                return t("The one without a name")


@dataclass(frozen=True, slots=True)
class NewsStart:
    """What is known before the first question; kept with the conversation."""

    jobs: tuple[Job, ...] = field(default_factory=tuple)
    most_status_notes: Literal[1, 2] = 1
    person_country: str | None = None
    person_zone: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What was told: events to be recorded with one application."""

    application: str
    events: tuple[Event, ...]
    raised: bool = False
    """They chose to allow themselves a second note asking for news."""


_WHAT: Final = (
    Option("no", t("They said no")),
    Option("offer", t("They made an offer")),
    Option("next_round", t("They invited me again")),
    Option("new_date", t("They gave a new date")),
    Option("on_hold", t("The job is on hold")),
    Option("thanked", t("I sent a thank-you")),
    Option("asked", t("I asked for news")),
    Option("asked_feedback", t("I asked for feedback")),
    Option("feedback", t("They sent feedback")),
    Option("no_contact", t("They want no contact")),
    Option("withdrew", t("I no longer want it")),
    Option("accepted", t("I took a job, here or elsewhere")),
    Option("other_offer", t("I have an offer from somebody else")),
    Option("filled", t("I heard the job is filled")),
    Option("replied", t("I answered their no")),
    Option("item_sent", t("I sent what I had promised")),
    Option("called", t("I made the call they asked for")),
    Option("complained", t("I made a formal complaint")),
    Option("stop", t("Stop for this job")),
)
_KINDS: Final = {
    "new_date": Kind.THEY_ANSWERED,
    "thanked": Kind.THANK_YOU_SENT,
    "asked": Kind.STATUS_NOTE_SENT,
    "asked_feedback": Kind.FEEDBACK_REQUESTED,
    "feedback": Kind.FEEDBACK_RECEIVED,
    "accepted": Kind.OFFER_ACCEPTED,
    "other_offer": Kind.COMPETING_OFFER,
    "filled": Kind.JOB_FILLED,
    "replied": Kind.DONE,
    "item_sent": Kind.ITEM_SENT,
    "called": Kind.CALL_MADE,
    "complained": Kind.COMPLAINT_MADE,
    "stop": Kind.STOPPED_BY_PERSON,
} | {outcome.value: kind for outcome, kind in KINDS.items()}


def news(start: NewsStart) -> Flow[News | None]:
    """Take one piece of news and say what follows from it."""
    mood = Mood(start.person_country)
    return (yield from cared(_news(start, mood), mood))


def _news(start: NewsStart, mood: Mood) -> Flow[News | None]:
    now = yield from moment("now")
    job = yield from _which(start.jobs)
    if job is None:
        yield from say(t("There is no debrief yet to add this to."))
        return None
    what = yield from choose("what", t("What is new?"), _WHAT)
    if what is None:
        return None
    days = yield from days_ago("when", t("When was that?"))
    at = now - timedelta(days=days or 0)
    event = Event(
        _KINDS[what],
        at,
        invited=what == "called",
        done=FollowUpKind.GRACIOUS_REPLY if what == "replied" else None,
    )
    if what == "new_date":
        words = yield from tell("date", t("Which day did they name? For example “12 December”."))
        today = now.astimezone(ZoneInfo(start.person_zone or "UTC")).date()
        day = None if isinstance(words, Ended) else coming_day(words, today)
        if day is None:
            yield from say(t("I could not read a day in that, so I count from today."))
        event = Event(Kind.THEY_ANSWERED, at, day=day)
    if what == "no":
        yield from _their_words(job, mood)

    employer = employer_of(job.interview, start.person_zone)
    events = (*job.events, event)
    due = plan(events, employer, now=now, most_status_notes=start.most_status_notes)
    lines = [Line(step_text(one), Role.ITEM) for one in due.due]
    lines += [Line(told) for told in due.told]
    if due.stopped is not None:
        lines.append(Line(due.stopped.why))
    if lines:
        yield from show(Card(t("What to do next"), tuple(lines)))
    outcomes = {kind: one for one, kind in KINDS.items()}
    outcome = next((outcomes[one.kind] for one in reversed(events) if one.kind in outcomes), None)
    desk = Desk(job.interview, employer, events, now, start.most_status_notes)
    raised = yield from drafting(desk, outcome, most=2)
    yield from say(t("I have added that to this job."))
    return News(job.id, (event,), raised)


def _which(jobs: tuple[Job, ...]) -> Flow[Job | None]:
    if len(jobs) <= 1:
        return jobs[0] if jobs else None
    options = tuple(Option(one.id, one.label) for one in jobs[:OPTIONS_MOST])
    chosen = yield from choose("job", t("Which job is it about?"), options)
    return next((one for one in jobs if one.id == chosen), None)


def _their_words(job: Job, mood: Mood) -> Flow[None]:
    """Ask what they wrote; a reason that is not the person's doing is said."""
    words = yield from tell(
        "their_words", t("What did they say, in their words? You can paste it, or skip this.")
    )
    if isinstance(words, Ended):
        if not mood.met:
            yield from say(t("A no is hard to read. It is about one job on one day."))
        return
    context = Context(job.interview.country, job.interview.role, job.interview.stage)
    reading = yield from reading_of("reading", words, context)
    factors = found(words, reading, {}, context).not_your_fault
    if not factors:
        yield from say(t("They give no reason that I can read in it. Most rejections do not."))
        return
    lines: list[Line] = []
    for one in factors:
        factor = knowledge.factors()[one.id]
        if one.quote is not None:
            lines.append(Line(t("“{quote}”", quote=one.quote), Role.QUOTE))
        lines += [Line(factor.text("say")), Line(factor.text("do"))]
    yield from show(Card(t("What was not your doing"), tuple(lines)))
