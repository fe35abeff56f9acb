"""What came of an interview and what was done since, as events that the follow-up rules count.

Only plain statements become events: a sentence that might mean something else is left alone, since
a wrong event is a wrong date, and a missing one is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from bot.coaching.follow_ups import Employer, Event, Kind, employer_in, sector_of
from bot.coaching.reading.signs import Reading, Side, Strength
from bot.coaching.told.clauses import sentences_of
from bot.coaching.told.done_since import chasings, items_sent, thanks_sent
from bot.coaching.told.interview import Interview
from bot.coaching.told.meeting import interviewers_in, was_through_agency
from bot.coaching.told.owed import owed_items
from bot.coaching.told.promises import (
    gave_no_day,
    invited_to_call,
    promised_day,
    told_not_to_contact,
)
from bot.coaching.told.when import coming_day


class Outcome(StrEnum):
    """How things stand with one job, as the person says it."""

    WAITING = "waiting"
    NO = "no"
    NEXT_ROUND = "next_round"
    OFFER = "offer"
    ON_HOLD = "on_hold"
    WITHDREW = "withdrew"
    NO_CONTACT = "no_contact"


KINDS: Final[Mapping[Outcome, Kind]] = {
    Outcome.NO: Kind.REJECTION,
    Outcome.NEXT_ROUND: Kind.NEXT_STAGE,
    Outcome.OFFER: Kind.OFFER,
    Outcome.ON_HOLD: Kind.ON_HOLD,
    Outcome.WITHDREW: Kind.NOT_INTERESTED,
    Outcome.NO_CONTACT: Kind.TOLD_NOT_TO_CONTACT,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand, and since which day; the day is None where nobody told it."""

    outcome: Outcome | None = None
    since: date | None = None


def employer_of(interview: Interview, person_zone: str | None) -> Employer:
    """Give the employer of an interview; where its country is not known, the person's zone."""
    return employer_in(
        interview.country,
        interview.region,
        sector=sector_of(interview.role, interview.employer),
        otherwise=person_zone or "UTC",
    )


_FINAL: Final = re.compile(
    r"\bfinal (?:round|stage|interview)\b|\blast (?:round|stage)\b", re.IGNORECASE
)
_NOT_THIS: Final = re.compile(
    r"n't\b|\b(?:not|no|next|then|will|would|after|before|if|get to|reach|another|invited|until"
    r"|previous|never)\b|'(?:ll|d)\b",
    re.IGNORECASE,
)


def events_in(
    pieces: Mapping[str, str],
    interview: Interview,
    employer: Employer,
    standing: Standing,
    reading: Reading,
    now: datetime,
) -> tuple[Event, ...]:
    """Turn what was told into events, the interview first.

    `pieces` are the person's words by question. Days without an hour are taken at noon of the
    employer's zone; what was sent on a day that was not told counts as sent now, so that nothing
    comes too early.
    """
    today = now.astimezone(employer.clock).date()
    held_on = interview.held_on or today

    def at(day: date) -> datetime:
        return min(datetime.combine(day, time(12), employer.clock), now)

    text = "\n".join(pieces.values())
    held = at(held_on)
    told_next, since = pieces.get("next_steps", ""), pieces.get("since", "")

    def after(day: date | None) -> datetime:
        return now if day is None else max(held, at(day))

    events = [
        Event(
            Kind.INTERVIEW_HAPPENED,
            held,
            final_round=_was_final(interview, text[:2_000]),
            through_agency=was_through_agency(text),
            interviewers=interviewers_in(text),
        )
    ]
    if interview.stage == "trial shift":
        events.append(
            Event(
                Kind.TRIAL_SHIFT,
                held,
                what="unpaid" if _stated(reading, "nf_exploitative_trial") else None,
            )
        )
    events += _told_by_them(told_next, text, held_on, today, held)
    thanked = thanks_sent(since or text, today)
    if thanked is not None or _stated(reading, "st_prompt_specific_thanks"):
        day = held_on if thanked is None or thanked.day is None else thanked.day
        events.append(Event(Kind.THANK_YOU_SENT, max(held, at(day))))
    for chasing in chasings(since, text, today):
        events += [Event(Kind.STATUS_NOTE_SENT, after(chasing.day))] * chasing.times
    owed = [event.what for event in events if event.what is not None]
    for sent in items_sent(since or told_next, owed, today):
        events.append(Event(Kind.ITEM_SENT, after(sent.day), by=Side.ME, what=sent.what))
    if told_not_to_contact(since) is not None:
        events.append(Event(Kind.TOLD_NOT_TO_CONTACT, now))
    elif told_not_to_contact(text) is not None:
        events.append(Event(Kind.TOLD_NOT_TO_CONTACT, held))
    if _stated(reading, "nf_mixed_signals_on_contact"):
        events.append(Event(Kind.CONTACT_UNWELCOME, now))
    if standing.outcome is not None and standing.outcome in KINDS:
        kind = KINDS[standing.outcome]
        meeting = coming_day(since or told_next, today) if kind is Kind.NEXT_STAGE else None
        events.append(Event(kind, after(standing.since), day=meeting))
    if _stated(reading, "nf_no_feedback_policy"):
        # Asked and answered with nothing: there is no second time (rules F10 and F11).
        events.append(Event(Kind.FEEDBACK_REQUESTED, now))
        events.append(Event(Kind.FEEDBACK_REFUSED, now))
    return tuple(events)


def _told_by_them(
    told_next: str, text: str, held_on: date, today: date, held: datetime
) -> Iterator[Event]:
    """Give what they said at the interview about what comes next."""
    promised = promised_day(told_next, text, held_on, today)
    if promised is not None:
        yield Event(Kind.PROMISED_DATE_GIVEN, held, day=promised)
    elif gave_no_day(told_next):
        yield Event(Kind.NO_DATE_GIVEN, held)
    if (call := invited_to_call(told_next, text, held_on, today)) is not None:
        yield Event(
            Kind.INVITED_TO_CALL, held, day=call.day, from_day=call.from_day, words=call.words
        )
    named: set[str] = set()
    for item in owed_items(text, held_on, today):
        if item.what not in named:
            named.add(item.what)
            kind = Kind.PROMISED_ITEM if item.promised else Kind.INVITED_TO_WRITE
            by = Side.ME if item.promised else Side.THEM
            yield Event(kind, held, day=item.day, by=by, what=item.what)


def _was_final(interview: Interview, text: str) -> bool:
    return interview.stage == "final round" or any(
        _FINAL.search(clause) and not _NOT_THIS.search(clause)
        for sentence in sentences_of(text)
        for clause in sentence.clauses
    )


def settled_by(events: tuple[Event, ...]) -> frozenset[str]:
    """Name the mistakes of omission that what was told already rules out."""
    ruled_out = {
        Kind.THANK_YOU_SENT: {"no_thank_you"},
        Kind.STATUS_NOTE_SENT: {"no_follow_up"},
        Kind.PROMISED_DATE_GIVEN: {"no_close_no_next_step", "st_next_steps_agreed"},
        Kind.REJECTION: {"no_follow_up", "nf_ghosted"},
        Kind.OFFER: {"no_follow_up", "nf_ghosted"},
        Kind.NEXT_STAGE: {"no_follow_up", "nf_ghosted"},
    }
    return frozenset(id_ for event in events for id_ in ruled_out.get(event.kind, ()))


def _stated(reading: Reading, id_: str) -> bool:
    return any(sign.id == id_ and sign.strength is Strength.STATED for sign in reading.signs)
