"""What came of an interview and what was done since, as events that the follow-up rules count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time
from enum import StrEnum
from typing import Final

from bot.coaching.follow_ups import Employer, Event, Kind, employer_in, sector_of
from bot.coaching.interview import Interview, is_practical
from bot.coaching.reading.signs import Reading, Strength
from bot.coaching.when import coming_day


class Outcome(StrEnum):
    """How things stand with one job, as the person says it."""

    WAITING = "waiting"
    NO = "no"
    NEXT_ROUND = "next_round"
    OFFER = "offer"
    ON_HOLD = "on_hold"
    WITHDREW = "withdrew"


KINDS: Final[Mapping[Outcome, Kind]] = {
    Outcome.NO: Kind.REJECTION,
    Outcome.NEXT_ROUND: Kind.NEXT_STAGE,
    Outcome.OFFER: Kind.OFFER,
    Outcome.ON_HOLD: Kind.ON_HOLD,
    Outcome.WITHDREW: Kind.NOT_INTERESTED,
}


def employer_of(interview: Interview, person_zone: str | None) -> Employer:
    """Give the employer of an interview; where its country is not known, the person's zone."""
    return employer_in(
        interview.country,
        interview.region,
        sector=sector_of(interview.role, interview.employer),
        otherwise=person_zone or "UTC",
    )


_THANKED: Final = re.compile(r"\b(?:thank(?:ed|s)?|thank[- ]you)\b", re.IGNORECASE)
_CHASED: Final = re.compile(
    r"\b(?:chased|followed up|asked (?:for|if there (?:was|is)) (?:any )?news|checked in"
    r"|(?:rang|called|phoned|emailed|mailed|wrote|messaged|texted)\b.{0,40}\b(?:news|update|status"
    r"|heard|decision|where (?:things|it)))",
    re.IGNORECASE,
)
_DID_NOT: Final = re.compile(
    r"\b(?:nothing|not|n't|never|didnt|havent|haven’t|didn’t|no)\b[^.;,]{0,30}$", re.IGNORECASE
)
_INVITED_TO_CALL: Final = re.compile(
    r"\b(?:said|told me|asked me|invited me|can|should|could|to)\b[^.]{0,25}\b(?:call|ring|phone)\b"
    r"[^.]{0,15}\b(?:him|her|them|me|us|back|on|in|after|if|any time|anytime)\b",
    re.IGNORECASE,
)
_THEY_CALL: Final = re.compile(
    r"\b(?:they|he|she|someone|hr)(?:'ll| will| would|'d)\b", re.IGNORECASE
)


def events_in(
    pieces: Mapping[str, str],
    interview: Interview,
    employer: Employer,
    outcome: Outcome | None,
    reading: Reading,
    now: datetime,
) -> tuple[Event, ...]:
    """Turn what was told into events, the interview first; only plain statements count.

    `pieces` are the person's words by question. Days without an hour are taken at noon of the
    employer's zone; what was sent on a day that was not told counts as sent now, so that nothing
    comes too early.
    """
    held_on = interview.held_on or now.astimezone(employer.clock).date()
    held = min(datetime.combine(held_on, time(12), employer.clock), now)
    events = [Event(Kind.INTERVIEW_HAPPENED, held)]
    if is_practical(interview) and interview.stage == "trial shift":
        events.append(Event(Kind.TRIAL_SHIFT, held))
    told_next = pieces.get("next_steps") or _next_steps_in(pieces, reading)
    if told_next:
        if (day := coming_day(told_next, held_on)) is not None:
            events.append(Event(Kind.PROMISED_DATE_GIVEN, held, day=day))
        if _INVITED_TO_CALL.search(told_next) and not _THEY_CALL.search(told_next):
            events.append(Event(Kind.INVITED_TO_CALL, held, words=told_next[:200]))
    since = pieces.get("since", "")
    if _said(_THANKED, since) or _stated(reading, "st_prompt_specific_thanks"):
        events.append(Event(Kind.THANK_YOU_SENT, held + (now - held) / 2))
    if _said(_CHASED, since):
        events.append(Event(Kind.STATUS_NOTE_SENT, now))
    if _stated(reading, "nf_mixed_signals_on_contact"):
        events.append(Event(Kind.CONTACT_UNWELCOME, now))
    if outcome is not None and outcome in KINDS:
        events.append(Event(KINDS[outcome], now))
    if _stated(reading, "nf_no_feedback_policy"):
        # Asked and answered with nothing: there is no second time (rules F10 and F11).
        events.append(Event(Kind.FEEDBACK_REQUESTED, now))
        events.append(Event(Kind.FEEDBACK_REFUSED, now))
    return tuple(events)


def _next_steps_in(pieces: Mapping[str, str], reading: Reading) -> str:
    """Find the words about what happens next in an account that told them unasked."""
    text = "\n".join(pieces.values())
    for sign in reading.signs:
        if sign.id in ("st_next_steps_agreed", "nf_ghosted"):
            return text[sign.start : sign.end]
    return ""


def _stated(reading: Reading, id_: str) -> bool:
    return any(sign.id == id_ and sign.strength is Strength.STATED for sign in reading.signs)


def _said(cue: re.Pattern[str], words: str) -> bool:
    return any(not _DID_NOT.search(words[: found.start()]) for found in cue.finditer(words))
