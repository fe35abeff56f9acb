"""The hours that are fair to an employer: business days, office hours, the two call windows.

Everything is reckoned by the employer's clock on the wall and turned into a moment at the end, so
that a change to or from summer time never moves an hour. That an employer once wrote late in the
evening is not taken as leave to do the same.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from bot.coaching.business_days import wall
from bot.coaching.follow_ups.events import Employer
from bot.coaching.follow_ups.known import constants

_DAY = timedelta(days=1)


def opening(moment: datetime, employer: Employer) -> datetime:
    """Give the first moment, from this one on, at which a message may reach them."""
    local = moment.astimezone(employer.clock)
    opens, closes = office_hours(employer)
    calendar = employer.calendar
    day = local.date()
    if calendar.is_business_day(day):
        if opens <= local.time() < closes:
            return local
        if local.time() < opens:
            return morning(day, employer)
    return morning(calendar.on_or_after(day + _DAY), employer)


def office_hours(employer: Employer) -> tuple[time, time]:
    """Give the hours in which they read."""
    quiet = constants().quiet
    return employer.hours or (quiet.email.opens, quiet.email.closes)


def morning(day: date, employer: Employer) -> datetime:
    """Give the hour of a day at which a message that waited is proposed."""
    opens, closes = office_hours(employer)
    usual = constants().quiet.morning
    return wall(day, usual if opens <= usual < closes else opens, employer.clock)


def evening(day: date, employer: Employer) -> datetime:
    """Give the end of a day's office hours."""
    return wall(day, office_hours(employer)[1], employer.clock)


def call_slot(moment: datetime, first: date, last: date, employer: Employer) -> datetime | None:
    """Give the first moment, from this one on, for a call between two days; None if it is over.

    Business days are preferred. A window that holds none is the employer's own choice, and stands.
    """
    local = moment.astimezone(employer.clock)
    days = [first + _DAY * n for n in range((last - first).days + 1)]
    business = [day for day in days if employer.calendar.is_business_day(day)]
    for day, hours in chain.from_iterable(
        [(day, hours) for hours in constants().quiet.calls] for day in (business or days)
    ):
        opens, closes = (wall(day, one, employer.clock) for one in (hours.opens, hours.closes))
        if local < closes:
            return max(local, opens)
    return None


def hours_after(moment: datetime, hours: int) -> datetime:
    """Give the moment so many real hours later, whatever the clocks do in between."""
    later = moment.astimezone(UTC) + timedelta(hours=hours)
    return later.astimezone(moment.tzinfo)


def days_after(moment: datetime, days: int, employer: Employer) -> datetime:
    """Give the same hour on the wall, so many days later."""
    local = moment.astimezone(employer.clock)
    return wall(local.date() + _DAY * days, local.time(), employer.clock)
