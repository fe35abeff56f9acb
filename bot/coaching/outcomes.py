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
from bot.coaching.interview import Interview
from bot.coaching.reading.signs import Reading, Strength
from bot.coaching.when import coming_day, past_day


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


_SENTENCE: Final = re.compile(r"[^.!?\n;]+")
_NO_CUE: Final = (
    r"n['’]t\b|\b(?:not|never|didnt|havent|nothing|no|without|should|will|would|going to)\b"
)
_THANKED: Final = re.compile(
    r"\b(?:thanked (?:them|him|her|everyone|everybody|both|the (?:panel|manager|chef|team))"
    r"|(?:sent|wrote|emailed|mailed|messaged|dropped|posted)\b.{0,40}\b(?:thank[- ]?you|thanks)"
    r"|thank[- ]?you (?:note|mail|email|e-mail|card|message)? ?(?:is |was |has been )?"
    r"(?:sent|gone|out))",
    re.IGNORECASE,
)
_CHASED: Final = re.compile(
    r"\b(?:chased|followed up|checked in with"
    r"|asked (?:them |him |her |hr )?(?:for|about|if there (?:was|is|were)) (?:any |some )?"
    r"(?:news|update)"
    r"|(?:rang|called|phoned|emailed|mailed|wrote|messaged|texted)\b.{0,50}\b(?:news|update|status"
    r"|decision|decided|where (?:things|it) |how it (?:stands|looks)))",
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(
    r"\b(?:will|would|['’]ll|['’]d|going to|said|says|told me|promised|want to|wants to)\b"
    r".{0,60}\b(?:calls?|ring|rings|phones?|telephone|writes?|mails?|emails?|e-mail|texts?|inform"
    r"|let (?:me|us|everybody|everyone) know|hear|decides?|decision|be in touch|get back|answer"
    r"|tell me|contact|whatsapp)\b"
    r"|\b(?:decision|answer|hear|news|result)\b.{0,20}\b(?:by|on|before|until|within)\b"
    r"|\b(?:rings?|calls?|phones|texts?|writes|emails) (?:me|us|everybody|everyone)\b",
    re.IGNORECASE,
)
_INVITED_TO_CALL: Final = re.compile(
    r"\b(?:(?:told|asked|invited|wants?|wanted) me to (?:call|ring|phone|telephone)"
    r"|(?:i|you) (?:can|could|may|should) (?:call|ring|phone|telephone)"
    r"|said (?:to |just |please )?(?:call|ring|phone|telephone) "
    r"(?:me|him|her|them|us|back|on|if|after))\b",
    re.IGNORECASE,
)
_FINAL: Final = re.compile(r"\b(?:final|last) (?:round|stage|interview)\b", re.IGNORECASE)


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
    final = bool(_FINAL.search(interview.stage or "") or _FINAL.search(text[:2_000]))
    events = [Event(Kind.INTERVIEW_HAPPENED, held, final_round=final)]
    if interview.stage == "trial shift":
        events.append(Event(Kind.TRIAL_SHIFT, held))
    told_next = pieces.get("next_steps", "")
    if (promised := _promised(told_next, text, held_on)) is not None:
        events.append(Event(Kind.PROMISED_DATE_GIVEN, held, day=promised))
    if (call := next(_sentences(_INVITED_TO_CALL, told_next or text), None)) is not None:
        events.append(Event(Kind.INVITED_TO_CALL, held, words=call.strip(" .!?")[:200]))
    since = pieces.get("since", "")
    if _stated(reading, "st_prompt_specific_thanks") or _own(_THANKED, since):
        thanked = next(iter(_own(_THANKED, since)), "")
        events.append(
            Event(Kind.THANK_YOU_SENT, max(held, at(past_day(thanked, today) or held_on)))
        )
    for sentence in _own(_CHASED, since or text):
        day = past_day(sentence, today)
        events.append(Event(Kind.STATUS_NOTE_SENT, now if day is None else max(held, at(day))))
    if _stated(reading, "nf_mixed_signals_on_contact"):
        events.append(Event(Kind.CONTACT_UNWELCOME, now))
    if standing.outcome is not None and standing.outcome in KINDS:
        moment = now if standing.since is None else max(held, at(standing.since))
        events.append(Event(KINDS[standing.outcome], moment))
    if _stated(reading, "nf_no_feedback_policy"):
        # Asked and answered with nothing: there is no second time (rules F10 and F11).
        events.append(Event(Kind.FEEDBACK_REQUESTED, now))
        events.append(Event(Kind.FEEDBACK_REFUSED, now))
    return tuple(events)


def settled_by(events: tuple[Event, ...]) -> frozenset[str]:
    """Name the mistakes of omission that what was told already rules out."""
    ruled_out = {
        Kind.THANK_YOU_SENT: {"no_thank_you"},
        Kind.STATUS_NOTE_SENT: {"no_follow_up"},
        Kind.PROMISED_DATE_GIVEN: {"no_close_no_next_step"},
        Kind.REJECTION: {"no_follow_up", "nf_ghosted"},
        Kind.OFFER: {"no_follow_up", "nf_ghosted"},
        Kind.NEXT_STAGE: {"no_follow_up", "nf_ghosted"},
    }
    return frozenset(id_ for event in events for id_ in ruled_out.get(event.kind, ()))


def _promised(told_next: str, text: str, held_on: date) -> date | None:
    """Find the day they named: in the answer about it, or in a sentence that promises one."""
    if told_next and (day := coming_day(told_next, held_on)) is not None:
        return day
    for sentence in _sentences(_PROMISE, text):
        if (day := coming_day(sentence, held_on)) is not None:
            return day
    return None


def _own(cue: re.Pattern[str], words: str) -> list[str]:
    """Give the sentences in which the person says that they did it."""
    return [
        sentence
        for sentence in _sentences(cue, words)
        if (found := cue.search(sentence)) is not None
        and not re.search(_NO_CUE, sentence[: found.start()], re.IGNORECASE)
        and not re.search(
            r"\b(?:they|he|she|hr)\W+(?:\w+\W+){0,2}$", sentence[: found.start()], re.IGNORECASE
        )
    ]


def _sentences(cue: re.Pattern[str], words: str) -> Iterator[str]:
    return (found[0] for found in _SENTENCE.finditer(words) if cue.search(found[0]))


def _stated(reading: Reading, id_: str) -> bool:
    return any(sign.id == id_ and sign.strength is Strength.STATED for sign in reading.signs)
