"""Thank-yous: one for each meeting, while it still fits, and a word to the agency."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.coaching.follow_ups.events import Event, FollowUpKind, Kind, Refused
from bot.coaching.follow_ups.file import MEETINGS, File, meeting_days
from bot.coaching.follow_ups.hours import evening, hours_after, morning, office_hours
from bot.coaching.follow_ups.known import constants
from bot.coaching.follow_ups.making import Decision, follow_up, reply, write_to
from bot.words import Text, t


def thank_yous(file: File) -> tuple[Decision, ...]:
    """F1, F1a, F2, F19: one thank-you for each meeting, while it still fits."""
    meetings = meeting_days(file)
    if not meetings:
        return (Refused(t("There has been no interview to thank for yet."), "F1"),)
    return tuple(_thank_you(day, event, file) for day, event in reversed(meetings.items()))


def thanked_days(file: File) -> frozenset[date]:
    """Give the days of the meetings that were thanked for."""
    days = list(meeting_days(file))
    thanked = set()
    for event in file.ever(Kind.THANK_YOU_SENT):
        sent = event.day or file.day(event.at)
        thanked |= set([day for day in days if day <= sent][-1:])
    return frozenset(thanked)


def _thank_you(day: date, meeting: Event, file: File) -> Decision:
    thanks, calendar = constants().thank_you, file.employer.calendar
    if day in thanked_days(file):
        return Refused(
            t("You have thanked them for {day}. A second note is not needed.", day=day), "F1a"
        )
    due = _thank_you_hour(day, meeting.at, file)
    days = calendar.count(day, due.date())
    in_time = max(
        hours_after(meeting.at.astimezone(file.employer.clock), thanks.target_h),
        _next_morning(day, meeting.at, file),
    )
    why = None
    if due <= in_time:
        until = in_time
    elif days <= thanks.useful_until_bd:
        until = evening(calendar.plus(day, thanks.useful_until_bd), file.employer)
    elif days <= thanks.late_ok_until_bd:
        until = evening(calendar.plus(day, thanks.late_ok_until_bd), file.employer)
        why = t(
            "This one is late, and it may still be welcome. Say so, and thank them all the same."
        )
    else:
        return Refused(
            t(
                "The interview on {day} is some time ago, so a thank-you alone no longer fits.",
                day=day,
            ),
            "F1",
            offer=t("Put one sentence of thanks into the note that asks how it stands."),
        )
    rule = _thanks_rule(meeting)
    how = "F3" if rule == "F1" else rule
    kind, to = FollowUpKind.THANK_YOU, _to_thank(meeting, file)
    return follow_up(rule, kind, due, until=until, why=why, how=how, last=True, to=to, about=day)


def _thank_you_hour(day: date, met: datetime, file: File) -> datetime:
    """On the day itself until nine in the evening, and otherwise in office hours."""
    ready = max(file.released, met.astimezone(file.employer.clock))
    opens, _ = office_hours(file.employer)
    latest = constants().quiet.thank_you_same_day_until
    if ready.date() == day and opens <= ready.time() < latest:
        return ready
    return file.next_hour(met)


def _next_morning(day: date, met: datetime, file: File) -> datetime:
    """Where the day after is no business day, the next business morning is still in time."""
    if file.employer.calendar.is_business_day(day + timedelta(days=1)):
        return met.astimezone(file.employer.clock)
    monday = file.employer.calendar.plus(day, 1)
    hour = constants().thank_you.in_time_next_morning
    return morning(monday, file.employer).replace(hour=hour.hour, minute=hour.minute)


def _thanks_rule(meeting: Event) -> str:
    if meeting.kind is Kind.TRIAL_SHIFT:
        return "F19"
    return "F2" if meeting.interviewers > 1 else "F1"


def _to_thank(meeting: Event, file: File) -> Text:
    if meeting.through_agency or file.agency:
        return t("Write to the recruiter at the agency, who passes your thanks on.")
    if not meeting.addresses_known:
        return t("Write to the person who arranged it, and ask them to pass your thanks on.")
    if meeting.interviewers >= 5:
        return t(
            "Write to the person who led it and to those you really talked with: a different note "
            "to each. For the others, ask the person who arranged it to pass your thanks on."
        )
    if meeting.interviewers > 1:
        return t("Write a different note to each person whose address you were given.")
    return write_to(file, meeting.who)


def brief_agency(file: File) -> tuple[Decision, ...]:
    """F16: tell the agency how it went, on the same day."""
    for meeting in reversed(file.lately(*MEETINGS)):
        if file.agency and not file.did(FollowUpKind.BRIEF_AGENCY, meeting):
            found = reply("F16", FollowUpKind.BRIEF_AGENCY, meeting, file, 0, last=True)
            return () if found is None else (found,)
        break
    return (Refused(t("There is no agency to tell."), "F16"),)
