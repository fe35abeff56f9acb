"""When all contact about a job ends, what may still be answered, and what opens it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.coaching.follow_ups.events import Event, FollowUpKind, Kind, Stop, StopReason
from bot.coaching.follow_ups.file import MEETINGS, File
from bot.coaching.follow_ups.hours import morning
from bot.coaching.follow_ups.notes import closing_day
from bot.words import Text, t

_ALL: Final = frozenset(FollowUpKind)

STILL_OPEN: Final[Mapping[StopReason, frozenset[FollowUpKind]]] = {
    StopReason.TOLD_NOT_TO_CONTACT: frozenset(),
    StopReason.REJECTED: frozenset(
        {
            FollowUpKind.GRACIOUS_REPLY,
            FollowUpKind.FEEDBACK_REQUEST,
            FollowUpKind.THANK_FOR_FEEDBACK,
        }
    ),
    StopReason.JOB_FILLED: frozenset({FollowUpKind.GRACIOUS_REPLY}),
    StopReason.OFFER_ACCEPTED: frozenset(),
    # What is outside the caps goes on: replies, invited contacts, promised things, F13's one note.
    StopReason.CAP_REACHED: _ALL - {FollowUpKind.THANK_YOU, FollowUpKind.STATUS_NOTE},
    StopReason.SILENT: frozenset({FollowUpKind.CLOSE_AS_SILENT}),
    StopReason.STOPPED_BY_PERSON: frozenset(),
    StopReason.NOT_INTERESTED: frozenset({FollowUpKind.WITHDRAWAL}),
    StopReason.UNWELCOME: frozenset({FollowUpKind.APOLOGY}),
    StopReason.COMPLAINT: frozenset(),
}
"""What a stop leaves open: only what answers the stop itself."""

_OWN: Final = {
    Kind.OFFER_ACCEPTED: StopReason.OFFER_ACCEPTED,
    Kind.STOPPED_BY_PERSON: StopReason.STOPPED_BY_PERSON,
    Kind.COMPLAINT_MADE: StopReason.COMPLAINT,
    Kind.NOT_INTERESTED: StopReason.NOT_INTERESTED,
    Kind.WITHDRAWN: StopReason.NOT_INTERESTED,
}
"""The person's own ends: nothing that the employer does opens the file again."""

_THEIRS: Final = {
    Kind.TOLD_NOT_TO_CONTACT: StopReason.TOLD_NOT_TO_CONTACT,
    Kind.REJECTION: StopReason.REJECTED,
    Kind.JOB_FILLED: StopReason.JOB_FILLED,
    Kind.CONTACT_UNWELCOME: StopReason.UNWELCOME,
}

_REOPENS: Final = MEETINGS | {
    Kind.INVITED_TO_CALL,
    Kind.INVITED_TO_WRITE,
    Kind.NEXT_STAGE,
    Kind.OFFER,
}
"""A question of theirs: it opens the file again, and resets nothing else."""

_WRITES: Final = _REOPENS | {Kind.THEY_ANSWERED, Kind.PROMISED_DATE_GIVEN, Kind.ON_HOLD}
"""Any sign of life opens a file that was closed only because of silence."""

_WHY: Final[Mapping[StopReason, tuple[str, Text]]] = {
    StopReason.TOLD_NOT_TO_CONTACT: (
        "F8",
        t("They asked not to be contacted. If there is news, they will write."),
    ),
    StopReason.REJECTED: (
        "F12",
        t("They said no. One kind reply and one request for feedback may follow; then it is over."),
    ),
    StopReason.JOB_FILLED: ("F20", t("The job is filled. Nothing more is needed from you.")),
    StopReason.OFFER_ACCEPTED: (
        "F13",
        t("You accepted an offer, so nothing more is due for this job."),
    ),
    StopReason.CAP_REACHED: (
        "F6",
        t("You have asked how it stands as often as is fair in this round."),
    ),
    StopReason.SILENT: (
        "F7",
        t("They have not answered for a long time, so this one is closed. It opens if they write."),
    ),
    StopReason.STOPPED_BY_PERSON: ("F7", t("You asked to stop for this job, so it is quiet here.")),
    StopReason.NOT_INTERESTED: (
        "F18",
        t("You no longer want this job. Apart from one polite line, nothing more is due."),
    ),
    StopReason.UNWELCOME: (
        "F8",
        t("The contact was not welcome. Apart from one short apology, nothing more goes to them."),
    ),
    StopReason.COMPLAINT: (
        "F11",
        t("A complaint is under way. From now on, contact goes only through the adviser or body."),
    ),
}


def stop_of(file: File) -> Stop | None:
    """Give the stop that is in force, the strictest first; None while contact may go on."""
    return _own_end(file) or _their_end(file) or _silence(file) or _cap(file)


def closed_event(file: File) -> Event | None:
    """Give the closing of the file (F7), unless they have written since."""
    for event in reversed(file.events):
        if event.kind is Kind.DONE and event.done is FollowUpKind.CLOSE_AS_SILENT:
            return event
        if event.kind in _WRITES:
            return None
    return None


def may_ask_late(stop: Stop, file: File) -> bool:
    """Tell whether one late note is still fair: the silence is long, and they were never asked.

    It is not proposed; the person may still choose it, until the file is closed.
    """
    return stop.reason is StopReason.SILENT and closed_event(file) is None and not file.notes


def _own_end(file: File) -> Stop | None:
    """Give the person's own end; losing interest gives way to every stricter one."""
    ends = [event for event in file.events if event.kind in _OWN]
    strict = [event for event in ends if _OWN[event.kind] is not StopReason.NOT_INTERESTED]
    return next((_stop(_OWN[event.kind], event) for event in [*strict, *ends]), None)


def _their_end(file: File) -> Stop | None:
    """Give the employer's end; "do not contact us" stays in force whatever else they say after."""
    ends: list[Event] = []
    for event in file.events:
        if event.kind in _REOPENS:
            ends.clear()
        elif event.kind in _THEIRS:
            ends.append(event)
    told = [event for event in ends if event.kind is Kind.TOLD_NOT_TO_CONTACT]
    return next((_stop(_THEIRS[event.kind], event) for event in [*told, *reversed(ends)]), None)


def _silence(file: File) -> Stop | None:
    if (closed := closed_event(file)) is not None:
        return _stop(StopReason.SILENT, closed)
    day = closing_day(file)
    if day is None or file.now < (since := morning(day, file.employer)):
        return None
    rule, why = _WHY[StopReason.SILENT]
    return Stop(StopReason.SILENT, why, rule, since)


def _cap(file: File) -> Stop | None:
    if len(file.notes) < file.most_status_notes or file.lately(Kind.OFFER):
        return None
    return _stop(StopReason.CAP_REACHED, file.notes[-1])


def _stop(reason: StopReason, event: Event) -> Stop:
    rule, why = _WHY[reason]
    return Stop(reason, why, rule, event.at)
