"""The debrief itself: eight questions, at most six targeted ones, the report, then it stops.

The order is a decision: facts, free telling, the questions that discriminate best, what only the
person can confirm, what went well, the read-back, drafts and dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from bot.coaching import knowledge
from bot.coaching.findings import (
    Answer,
    Findings,
    as_reading,
    found,
    joined,
    of_an_answer,
    of_good_news,
)
from bot.coaching.follow_ups import Event, plan
from bot.coaching.reading.signs import Context, Reading, Strength
from bot.coaching.report import Report
from bot.coaching.told.interview import Interview, is_practical
from bot.coaching.told.outcomes import Outcome, Standing, employer_of, events_in, settled_by
from bot.coaching.told.refusals import says_no
from bot.flows.account import account
from bot.flows.caring import Mood, cared
from bot.flows.days import days_ago
from bot.flows.drafting import Desk, drafting
from bot.flows.looking import facts_of, moment, next_targeted, reading_of
from bot.flows.places import place
from bot.flows.read_back import read_back
from bot.flows.steps import LATER, Flow, Option, choose, confirmed, say
from bot.flows.telling import Ended, Heard, tell
from bot.words import Tone, t

MOST_TARGETED: Final = 6
"""Confirming questions at most; past them people tire and answer anything."""

STORY_LENGTH: Final = 200
"""A first answer of so many characters is the story already, not only the facts."""


FACTS_WITHIN: Final = 2_000
"""Characters at the beginning of an account in which the facts of the interview are looked for."""

EVENTS_WITHIN: Final = 3_000
"""Characters at either end of a piece in which events are looked for."""

SHORT_ACCOUNT: Final = 400
"""An account under so many characters that shows nothing for sure may be only a verdict."""


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before the first question; kept with the conversation."""

    known: Interview = field(default_factory=Interview)
    days_since: int | None = None
    introduced: bool = False
    """The facts of the interview came from the caller, so they are not asked for."""
    most_targeted: int = MOST_TARGETED
    most_status_notes: Literal[1, 2] = 1
    tone: Tone = Tone.GENTLE
    person_country: str | None = None
    """Where the person is: decides which help line is shown."""
    person_zone: str | None = None

    def day_of(self, moment: datetime) -> date:
        """Give the person's own day at a moment."""
        return moment.astimezone(ZoneInfo(self.person_zone or "UTC")).date()


@dataclass(frozen=True, slots=True)
class Debrief:
    """What a debrief comes to, for the store: the job, its interview, what happened, the report."""

    interview: Interview
    report: Report
    happened: tuple[Event, ...]
    at: datetime
    raised: bool = False
    """They chose to allow themselves a second note asking for news."""


def debrief(start: Start) -> Flow[Debrief]:
    """Debrief one interview, from the first word to the last."""
    mood = Mood(start.person_country)
    return (yield from cared(_debrief(start, mood), mood))


def _debrief(start: Start, mood: Mood) -> Flow[Debrief]:
    now = yield from moment("now")
    today = start.day_of(now)
    asking = _Asking(Heard(), mood, direct=start.tone is Tone.DIRECT)
    heard = asking.heard
    interview = start.known
    if start.days_since is not None:
        interview = replace(interview, held_on=today - timedelta(days=start.days_since))

    yield from say(
        t(
            "You have been to an interview. Tell me about it, and we look at it together: what was "
            "not your doing, what may have cost you, what went well, and what to do next."
        )
    )
    yield from say(t("At every question you can skip, go back, leave the rest for later, or stop."))
    if not start.introduced:
        interview = yield from _facts(asking, interview, start)
    mode = yield from _mode()
    rejection = ""
    if mode != "short":
        begun = len(heard.text) >= STORY_LENGTH
        rejection = yield from account(heard, begun=begun, direct=asking.direct)
        now = yield from moment("now.account")
        today = start.day_of(now)
        told_so_far = heard.text[:FACTS_WITHIN]
        interview = interview.filled_from(
            (yield from facts_of("facts.account", told_so_far, today))
        )
        yield from _received(asking)
        if mode == "tell":
            yield from _keep_for_tomorrow()

    reading = yield from reading_of("reading", heard.text, _context(interview, today), closely=True)
    yield from _read_by(reading)
    told = len(heard.pieces)
    faint = all(sign.strength is Strength.SUGGESTED for sign in reading.signs)
    if mode != "short" and faint and len(heard.text) < SHORT_ACCOUNT:
        yield from _one_moment(asking)
    yield from _eight(
        asking,
        interview,
        reading,
        short=mode == "short",
        refused=bool(rejection) or says_no(heard.text),
    )
    refused = bool(rejection) or says_no(heard.text)
    standing = Standing(Outcome.NO if refused else None)
    if mode != "short":
        today = start.day_of((yield from moment("now.dates")))
        interview = yield from _day_and_place(interview, start, today)
        standing = yield from _standing(today, rejected=refused)
    interview = replace(interview, held_on=interview.held_on or today)
    context = _context(interview, today)
    yield from _their_reasons(heard, rejection, context)
    whole = yield from _with_answers(heard, reading, told, context)
    employer = employer_of(interview, start.person_zone)
    answers: dict[str, Answer] = {}
    if mode != "short" and not mood.heavy:
        so_far = events_in(_ends(heard.pieces), interview, employer, standing, whole, now)
        answers = yield from _targeted(
            heard, whole, context, settled_by(so_far), start.most_targeted
        )
    if mode != "short":
        whole = yield from _went_well(asking, whole, context)

    at = yield from moment("now.plan")

    def happened_without(findings: Findings) -> tuple[Event, ...]:
        return events_in(
            _ends(heard.pieces), interview, employer, standing, as_reading(findings), at
        )

    def report_without(struck: frozenset[str]) -> Report:
        findings = found(heard.text, whole, answers, context, struck)
        happened = happened_without(findings)
        return Report(
            telling=heard.text,
            findings=findings,
            plan=plan(happened, employer, now=at, most_status_notes=start.most_status_notes),
            engine=whole.read_by,
            tone=start.tone,
            practical=is_practical(interview),
            faults=not mood.heavy,
            answered=frozenset(heard.pieces),
            went_well=heard.pieces.get("went_well"),
        )

    report = yield from read_back(report_without, interview.country, ask_place=start.introduced)
    happened = happened_without(report.findings)
    raised = False
    if mode != "short":
        desk = Desk(interview, employer, happened, at, start.most_status_notes)
        raised = yield from drafting(desk, standing.outcome, most=2 if mood.heavy else 4)
    yield from say(
        t("That is all. One interview is one interview. You can add what you hear later, any time.")
    )
    return Debrief(interview, report, happened, at, raised)


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asks the questions of the knowledge file in the tone that the person chose."""

    heard: Heard
    mood: Mood
    direct: bool

    def ask(self, key: str) -> Flow[str | None]:
        question = knowledge.questions()[key]
        words = yield from tell(key, question.words(direct=self.direct))
        return None if isinstance(words, Ended) else words

    def ask_and_keep(self, key: str) -> Flow[None]:
        words = yield from self.ask(key)
        if words is not None:
            self.heard.pieces[key] = words


def _mode() -> Flow[str]:
    chosen = yield from choose(
        "mode",
        t("How much would you like to do now?"),
        (
            Option("whole", t("All of it, about ten minutes")),
            Option("short", t("Two questions only")),
            Option("tell", t("Only tell it now, look at it tomorrow")),
        ),
    )
    return chosen or "whole"


def _facts(asking: _Asking, interview: Interview, start: Start) -> Flow[Interview]:
    words = yield from asking.ask("job")
    if words is None:
        return interview
    # "Yesterday" is the day before it was written, not the day before the talk began.
    today = start.day_of((yield from moment("now.job")))
    # What they say beside the facts belongs to the story; "cook, yesterday" alone does not.
    said = yield from reading_of("reading.job", words, Context())
    if len(words) >= STORY_LENGTH or said.signs:
        asking.heard.pieces["job"] = words
    return interview.filled_from((yield from facts_of("facts.job", words, today)))


def _received(asking: _Asking) -> Flow[None]:
    if asking.heard.pieces and not asking.mood.met:
        yield from say(t("Thank you. I have all of it."))


def _read_by(reading: Reading) -> Flow[None]:
    """Say who read it, where a language model did or should have."""
    if reading.also is not None:
        yield from say(
            t(
                "Read by the built-in reader and by the language model {model}. Where they differ, "
                "I ask you.",
                model=reading.also,
            )
        )
    elif reading.unheard:
        yield from say(
            t(
                "Read by the built-in reader alone: the language model gave no answer that could "
                "be used."
            )
        )


def _keep_for_tomorrow() -> Flow[None]:
    yield from choose(
        "critique",
        t("It is safe here. The look at it can wait until tomorrow."),
        (
            Option(LATER, t("Tomorrow is better")),
            Option("go_on", t("Look at it now")),
        ),
    )


def _one_moment(asking: _Asking) -> Flow[None]:
    """Ask for one thing that happened, where so far there are only verdicts or general words."""
    words = yield from tell(
        "moment",
        t(
            "I have nothing yet that I can read closely. What happened in this one? One thing they "
            "asked, and what you said, is enough."
        ),
    )
    if isinstance(words, str):
        asking.heard.pieces["moment"] = words


_EIGHT: Final = (
    "unanswered",
    "one_answer",
    "practical",
    "why_job",
    "next_steps",
    "too_personal",
    "since",
)


def _eight(
    asking: _Asking, interview: Interview, reading: Reading, *, short: bool, refused: bool
) -> Flow[None]:
    """Ask those of the eight that the account has not answered."""
    told = {sign.id for sign in reading.signs if sign.strength is Strength.STATED}
    practical = is_practical(interview)
    for key in _EIGHT:
        question = knowledge.questions()[key]
        if short and key not in ("unanswered", "since"):
            continue
        if key == ("why_job" if practical else "practical"):
            continue
        if refused and key == "next_steps":
            continue
        if asking.mood.heavy and key in ("unanswered", "one_answer", "practical", "why_job"):
            continue
        if told.isdisjoint(question.skip_if):
            yield from asking.ask_and_keep(key)


def _day_and_place(interview: Interview, start: Start, today: date) -> Flow[Interview]:
    """Ask for the two facts that every date hangs on, where nothing told them."""
    if interview.held_on is None:
        when = yield from choose(
            "when",
            t("Which day was it? The dates of what comes next hang on it."),
            (
                Option("0", t("Today")),
                Option("1", t("Yesterday")),
                Option("3", t("Two or three days ago")),
                Option("7", t("About a week ago")),
                Option("14", t("Two weeks ago or more")),
            ),
        )
        # Not told: counted from today, so that nothing comes too early.
        interview = replace(interview, held_on=today - timedelta(days=int(when or 0)))
    if interview.country is None and not start.introduced:
        interview = replace(interview, country=(yield from place("country")))
    return interview


def _standing(today: date, *, rejected: bool) -> Flow[Standing]:
    """Ask what they have answered, and when: the dates of what comes next hang on both."""
    outcome = Outcome.NO
    if not rejected:
        chosen = yield from choose(
            "outcome",
            t("Have they answered since?"),
            (
                Option("waiting", t("Not yet")),
                Option("no", t("They said no")),
                Option("next_round", t("They invited me again")),
                Option("offer", t("They made an offer")),
                Option("on_hold", t("The job is on hold")),
                Option("no_contact", t("They want no contact")),
                Option("withdrew", t("I no longer want it")),
            ),
        )
        if chosen is None:
            return Standing()
        outcome = Outcome(chosen)
    if outcome in (Outcome.WAITING, Outcome.WITHDREW, Outcome.NO_CONTACT):
        return Standing(outcome)
    days = yield from days_ago("outcome.when", t("When did that come?"))
    return Standing(outcome, None if days is None else today - timedelta(days=days))


def _their_reasons(heard: Heard, rejection: str, context: Context) -> Flow[None]:
    """Keep their message as a piece of the telling where it gives a reason that is theirs."""
    reading = yield from reading_of("reasons", rejection, context)
    if any(sign.strength is not Strength.SUGGESTED for sign in reading.signs):
        heard.pieces["their_no"] = rejection


def _with_answers(heard: Heard, account: Reading, told: int, context: Context) -> Flow[Reading]:
    """Read what was answered after the account and put it beside the account's reading."""
    readings = [(account, 0)]
    for key in list(heard.pieces)[told:]:
        reading = yield from reading_of(f"reading.{key}", heard.pieces[key], context)
        readings.append((of_an_answer(reading), heard.place_of(key)))
    return joined(readings)


def _targeted(
    heard: Heard, reading: Reading, context: Context, settled: frozenset[str], most: int
) -> Flow[dict[str, Answer]]:
    """Ask what only the person can say; `settled` are ids that what they told rules out."""
    answers: dict[str, Answer] = {}
    closed = set(settled)
    for number in range(1, most + 1):
        candidate = yield from next_targeted(
            f"next.{number}", heard.text, reading, answers, context, closed
        )
        if candidate is None:
            break
        answer = yield from confirmed(
            f"about.{candidate.id}",
            knowledge.confirming(candidate.id),
            about=candidate.id,
            quote=candidate.quote,
        )
        if answer is None:
            closed.add(candidate.id)
        else:
            answers[candidate.id] = Answer(answer)
    return answers


def _went_well(asking: _Asking, reading: Reading, context: Context) -> Flow[Reading]:
    yield from asking.ask_and_keep("went_well")
    words = asking.heard.pieces.get("went_well")
    if words is None:
        return reading
    more = yield from reading_of("reading.went_well", words, context)
    return joined([(reading, 0), (of_good_news(more), asking.heard.place_of("went_well"))])


def _ends(pieces: Mapping[str, str]) -> dict[str, str]:
    """Give the pieces with the middle of very long ones left out.

    Dates and promises stand at the beginning or the end of a story, and they are looked for again
    at every turn.
    """
    return {
        key: words
        if len(words) <= 2 * EVENTS_WITHIN
        else f"{words[:EVENTS_WITHIN]}\n{words[-EVENTS_WITHIN:]}"
        for key, words in pieces.items()
    }


def _context(interview: Interview, today: date) -> Context:
    return Context(interview.country, interview.role, interview.stage, interview.days_since(today))
