"""What is due with one employer after an interview: what, when, why, and when it ends.

`plan` gives everything that is due, and `allowed` answers for one thing that the person would like
to do now. Both are functions of what they are given: the events, the employer, the moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final, Literal

from bot.coaching.follow_ups import invitations, notes, replies, thanks
from bot.coaching.follow_ups.events import (
    Allowed,
    Employer,
    Event,
    FollowUp,
    FollowUpKind,
    Kind,
    Plan,
    Refused,
    Stop,
    StopReason,
    done,
    employer_in,
)
from bot.coaching.follow_ups.file import File, file_of
from bot.coaching.follow_ups.hours import opening
from bot.coaching.follow_ups.known import Constants, Rule, Sector, constants, rules, sector_of
from bot.coaching.follow_ups.making import Decision
from bot.coaching.follow_ups.stops import STILL_OPEN, closed_event, may_ask_late, stop_of
from bot.coaching.follow_ups.told import told
from bot.words import t

__all__ = [
    "Allowed",
    "Constants",
    "Employer",
    "Event",
    "FollowUp",
    "FollowUpKind",
    "Kind",
    "Plan",
    "Refused",
    "Rule",
    "Sector",
    "Stop",
    "StopReason",
    "allowed",
    "constants",
    "done",
    "employer_in",
    "opening",
    "plan",
    "rules",
    "sector_of",
]

_DECISIONS: Final[Mapping[FollowUpKind, Callable[[File], tuple[Decision, ...]]]] = {
    FollowUpKind.THANK_YOU: thanks.thank_yous,
    FollowUpKind.BRIEF_AGENCY: thanks.brief_agency,
    FollowUpKind.CALL: invitations.calls,
    FollowUpKind.SEND_ITEM: invitations.items,
    FollowUpKind.ACKNOWLEDGE_OFFER: replies.acknowledge_offer,
    FollowUpKind.CONFIRM_NEXT_ROUND: replies.confirm_next_round,
    FollowUpKind.PREPARE: replies.prepare,
    FollowUpKind.ACKNOWLEDGE_HOLD: replies.acknowledge_hold,
    FollowUpKind.GRACIOUS_REPLY: replies.gracious_reply,
    FollowUpKind.FEEDBACK_REQUEST: replies.feedback_request,
    FollowUpKind.THANK_FOR_FEEDBACK: replies.thank_for_feedback,
    FollowUpKind.WITHDRAWAL: replies.withdrawal,
    FollowUpKind.APOLOGY: replies.apology,
    FollowUpKind.STATUS_NOTE: notes.status_notes,
    FollowUpKind.OFFER_NOTE: notes.offer_note,
    FollowUpKind.RECHECK: notes.recheck,
    FollowUpKind.CLOSE_AS_SILENT: notes.closing,
}


def plan(
    events: Iterable[Event],
    employer: Employer,
    *,
    now: datetime,
    most_status_notes: Literal[1, 2] = 1,
) -> Plan:
    """Give what is due, in the order of its dates, and the stop that is in force.

    Nothing is due in the past: what is overdue is due at the next fair hour, as long as it still
    makes sense. What lies more than one step ahead is left out until the step before it is done.
    """
    file = file_of(events, employer, now, most_status_notes)
    stop = stop_of(file)
    proposed = (
        decision.then if isinstance(decision, Refused) else decision
        for kind in _open_kinds(stop, file)
        for decision in _DECISIONS[kind](file)
    )
    due = sorted(
        (one for one in proposed if isinstance(one, FollowUp)), key=lambda one: (one.due, one.kind)
    )
    return Plan(tuple(due), stop, tuple(told(file, stop)))


def allowed(
    kind: FollowUpKind,
    events: Iterable[Event],
    employer: Employer,
    *,
    now: datetime,
    most_status_notes: Literal[1, 2] = 1,
) -> Allowed | Refused:
    """Tell whether the person may do one thing, and from which hour; or why not."""
    file = file_of(events, employer, now, most_status_notes)
    stop = stop_of(file)
    if (
        stop is not None
        and kind not in _open_kinds(stop, file)
        and (kind is not FollowUpKind.STATUS_NOTE or not may_ask_late(stop, file))
    ):
        return _refused(kind, stop, file)
    decisions = _DECISIONS[kind](file)
    for decision in decisions:
        if isinstance(decision, Allowed):
            return decision
        if isinstance(decision, FollowUp):
            return Allowed(decision.rule, decision.due)
    for decision in decisions:
        if isinstance(decision, Refused):
            return decision
    return Refused(t("The time for this has passed, and nothing is lost by leaving it."), "F7")


def _open_kinds(stop: Stop | None, file: File) -> tuple[FollowUpKind, ...]:
    """Give the kinds that the stop leaves open; a file closed as silent is closed once."""
    return tuple(
        kind
        for kind in _DECISIONS
        if (stop is None or kind in STILL_OPEN[stop.reason])
        and not (kind is FollowUpKind.CLOSE_AS_SILENT and closed_event(file) is not None)
    )


def _refused(kind: FollowUpKind, stop: Stop, file: File) -> Refused:
    asked_enough = len(file.notes) >= file.most_status_notes
    if kind is FollowUpKind.STATUS_NOTE and asked_enough and stop.reason is StopReason.CAP_REACHED:
        return notes.cap_reached(file)
    return Refused(stop.why, stop.rule)
