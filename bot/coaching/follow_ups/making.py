"""How a follow-up is put together from a rule, a date and a person to write to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, TypeAlias

from bot.coaching.follow_ups.events import Allowed, Event, FollowUp, FollowUpKind, Refused
from bot.coaching.follow_ups.file import File
from bot.coaching.follow_ups.hours import evening
from bot.coaching.follow_ups.known import constants, rules
from bot.words import Text, t

Decision: TypeAlias = FollowUp | Allowed | Refused
"""A follow-up is proposed; `Allowed` is not proposed and may be done; `Refused` may not, or not
yet."""

OWN: Final = ""
"""The advice of the rule itself on how it is done."""


def follow_up(
    rule: str,
    kind: FollowUpKind,
    due: datetime,
    *,
    until: datetime | None = None,
    why: Text | None = None,
    how: str | None = OWN,
    last: bool = False,
    to: Text | None = None,
    about: date | None = None,
    what: str | None = None,
) -> FollowUp:
    """Give a follow-up with the words of its rule, or of the rule that `how` names for the way."""
    known = rules()[rule]
    return FollowUp(
        rule=rule,
        kind=kind,
        due=due,
        until=None if until is None or until < due else until,
        why=why or known.text("why"),
        how=None if how is None else rules()[how or rule].advice(),
        sources=known.sources,
        grade=known.grade,
        last=last,
        to=to,
        about=about,
        what=what,
    )


def reply(
    rule: str,
    kind: FollowUpKind,
    event: Event,
    file: File,
    within: int,
    *,
    why: Text | None = None,
    how: str | None = OWN,
    last: bool = False,
    keep: bool = False,
) -> FollowUp | None:
    """Give the answer to something they said: at the next fair hour, within some business days.

    A reply that comes later than a late thank-you would is left out, unless it must be `keep`pt.
    """
    due = file.next_hour(event.at)
    since = file.day(event.at)
    calendar = file.employer.calendar
    longest = max(within, constants().thank_you.late_ok_until_bd)
    if not keep and calendar.count(since, due.date()) > longest:
        return None
    until = evening(calendar.plus(since, within), file.employer)
    to = write_to(file, event.who)
    return follow_up(rule, kind, due, until=until, why=why, how=how, last=last, to=to)


def write_to(file: File, name: str | None = None) -> Text:
    """Say whom to write to: the agency first, then a name, then whoever invited them (F16)."""
    known = name or file.contact
    if file.agency:
        return t("Write to the recruiter at the agency, who passes it on.")
    if known is not None:
        return t("Write to {name}.", name=known)
    return t("Write to the person who invited you.")
