"""What they asked the person for: a call, something in writing, and what was promised to them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from bot.coaching.follow_ups.events import Event, FollowUp, FollowUpKind, Kind, Refused
from bot.coaching.follow_ups.file import File
from bot.coaching.follow_ups.hours import call_slot, evening, morning
from bot.coaching.follow_ups.known import constants
from bot.coaching.follow_ups.making import Decision, follow_up, write_to
from bot.coaching.reading.signs import Side
from bot.words import t

_CALL: Final = re.compile(
    r"\b(?:call|phone|telephone|ring|dial|mobile)\b|\d[\d ()/-]{4,}\d", re.IGNORECASE
)


def allows_call(event: Event) -> bool:
    """Tell whether the words of an invitation ask for a call: "keep in touch" does not (F8)."""
    return event.words is not None and _CALL.search(event.words) is not None


def invitation_in_force(file: File) -> FollowUp | None:
    """Give what they have asked for and still wait for; it comes before any note."""
    for decision in (*calls(file), *items(file)):
        if (
            isinstance(decision, FollowUp)
            and decision.until is not None
            and (decision.kind is FollowUpKind.CALL or _was_asked_for(decision, file))
            and file.now <= decision.until
        ):
            return decision
    return None


def calls(file: File) -> tuple[Decision, ...]:
    """F8: one call, in the window they named, if their words ask for one."""
    if file.ever(Kind.CONTACT_UNWELCOME):
        return (
            Refused(
                t("They did not welcome the contact, so no more calls. E-mail only from now on."),
                "F8",
            ),
        )
    invited = file.lately(Kind.INVITED_TO_CALL)
    if not invited or not allows_call(invited[-1]):
        return (
            Refused(
                t("They have not asked you to call, and a call that nobody asked for may annoy."),
                "F8",
                offer=t("An e-mail is safer, when a note is due."),
            ),
        )
    event = invited[-1]
    if any(one.kind is Kind.CALL_MADE for one in file.events[file.events.index(event) + 1 :]):
        return (
            Refused(
                t("You have made the call they asked for. One call, or one message, is enough."),
                "F8",
            ),
        )
    first, last = _call_window(event, file)
    slot = call_slot(max(file.released, event.at), first, last, file.employer)
    if slot is None:
        return (
            Refused(
                t("The time for the call is over."),
                "F8",
                offer=t("You can write instead, when a note is due."),
            ),
        )
    until = _call_end(last, file)
    return (
        follow_up(
            "F8",
            FollowUpKind.CALL,
            slot,
            until=until,
            why=t("They said: {words}. So a call is welcome, once.", words=event.words or ""),
            last=True,
            to=t("Call {name}.", name=event.who) if event.who else t("Call the number they gave."),
        ),
    )


def _call_end(last: date, file: File) -> datetime:
    """Give the end of the last hour for a call on a day."""
    closes = constants().quiet.calls[-1].closes
    return evening(last, file.employer).replace(hour=closes.hour, minute=closes.minute)


def _call_window(event: Event, file: File) -> tuple[date, date]:
    calendar, day = file.employer.calendar, file.day(event.at)
    window = constants().invited_call
    if event.day is not None:
        return min(event.from_day or event.day, event.day), event.day
    first = event.from_day or calendar.plus(day, window.from_bd)
    return first, max(first, calendar.plus(day, window.until_bd))


def items(file: File) -> tuple[Decision, ...]:
    """F9: what they asked for or were promised, once, by their date or the next business day."""
    owed = [event for event in file.events if _is_owed(event, file)]
    if not owed:
        return (Refused(t("You owe them nothing in writing just now."), "F9"),)
    return tuple(_delivery(event, file) for event in owed)


def _delivery(event: Event, file: File) -> FollowUp:
    calendar = file.employer.calendar
    due = file.next_hour(event.at)
    last = event.day or calendar.plus(file.day(event.at), constants().promised_item.deliver_bd)
    until = evening(last, file.employer)
    if event.day is not None and due > until:
        # A date that they set themselves stands, even on a holiday.
        on_their_day = max(file.released, morning(event.day, file.employer))
        due = on_their_day if on_their_day < until else due
    return follow_up(
        "F9",
        FollowUpKind.SEND_ITEM,
        due,
        until=until,
        last=True,
        to=write_to(file, event.who),
        what=event.what,
    )


def _is_owed(event: Event, file: File) -> bool:
    promised = event.kind is Kind.PROMISED_ITEM and event.by is not Side.THEM
    if not promised and event.kind is not Kind.INVITED_TO_WRITE:
        return False
    return not any(
        (later.kind is Kind.ITEM_SENT and later.what in (None, event.what))
        or (not promised and later.kind is Kind.STATUS_NOTE_SENT and later.invited)
        for later in file.events[file.events.index(event) + 1 :]
    )


def _was_asked_for(item: FollowUp, file: File) -> bool:
    return any(event.what == item.what for event in file.lately(Kind.INVITED_TO_WRITE))
