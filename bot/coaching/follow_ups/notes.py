"""The note that asks how it stands, its few exceptions, and the closing of a file.

`status_note` follows the decision order of the rules line by line. The stop conditions come before
it, in `stops`; the draft and the person's yes come after it, elsewhere.
"""

from __future__ import annotations

from datetime import date

from bot.coaching.follow_ups.events import Event, FollowUp, FollowUpKind, Kind, Refused
from bot.coaching.follow_ups.file import MEETINGS, File
from bot.coaching.follow_ups.hours import days_after, evening, morning
from bot.coaching.follow_ups.invitations import invitation_in_force
from bot.coaching.follow_ups.known import Sector, constants
from bot.coaching.follow_ups.making import Decision, follow_up, write_to
from bot.words import Text, t

_WEEK = 7


def status_notes(file: File) -> tuple[Decision, ...]:
    """F4, F5, F6: the note that asks how it stands."""
    return (_status_note(file),)


def _status_note(file: File) -> FollowUp | Refused:
    clock = file.clock
    if (settled := file.settled) is not None:
        return _nothing_to_ask(settled)
    if file.hold is not None:
        return Refused(t("The job is on hold. A question comes later, and only once."), "F17")

    # Invitation in force?
    if (asked := invitation_in_force(file)) is not None:
        return Refused(t("They asked you for something. Do that first."), asked.rule)

    # Promised date? Sector timing
    if clock.base is None:
        return Refused(t("There has been no interview in this round yet."), "F5")
    if clock.promises > 1 + constants().status_promised.max_restarts:
        return moved_too_often()
    day, rule = _asking_day(file, clock.base)

    # Caps: the number of notes is a stop condition too, and was looked at before
    if file.notes and not second_note_fits(file):
        return Refused(
            t(
                "You have asked once. A second note fits only when a date they gave has passed, "
                "when it was the last round, or when they asked you to wait."
            ),
            "F6",
            offer=t("You can wait for their answer, or close this one."),
        )
    free = None if file.last_asked is None else days_after(file.last_asked, _WEEK, file.employer)

    # Quiet hours, tone gate
    asking = morning(day, file.employer)
    note = follow_up(
        rule,
        FollowUpKind.STATUS_NOTE,
        file.next_hour(asking if free is None else max(asking, free)),
        last=len(file.notes) + 1 == file.most_status_notes,
        to=write_to(file),
    )
    if clock.promised is not None and file.today <= clock.promised:
        early = t(
            "They gave a date, {day}. A note before it may only slow things down.",
            day=clock.promised,
        )
        return Refused(early, "F4", offer=_not_before(note), then=note)
    if free is not None and file.now < free:
        often = t("You wrote to them less than seven days ago. More often may feel like pressure.")
        return Refused(often, "F5", offer=_not_before(note), then=note)
    return note


def _not_before(note: FollowUp) -> Text:
    return t("The note can go from {moment}.", moment=note.due)


def _nothing_to_ask(settled: Event) -> Refused:
    if settled.kind is Kind.OFFER:
        return Refused(t("They made you an offer, so there is nothing to ask about."), "F13")
    if settled.kind is Kind.REJECTION:
        return Refused(t("They have answered, so there is nothing to ask about."), "F12")
    if settled.kind is Kind.JOB_FILLED:
        return Refused(t("The job is filled, so there is nothing to ask about."), "F20")
    return Refused(t("They do not wish to be asked. They will write if there is news."), "F8")


def moved_too_often() -> Refused:
    """Refuse to wait for a third new date: whether to go on is the person's own choice (F4)."""
    return Refused(
        t("They have moved the date three times. No further note is planned."),
        "F4",
        offer=t("You can close this one now, or leave it open and see whether they write."),
    )


def cap_reached(file: File) -> Refused:
    """Refuse one more note, and say what can be done instead (F6, F7)."""
    if file.most_status_notes == 1:
        return Refused(
            t("You have asked once in this round. One note is the most, unless you allow two."),
            "F6",
            offer=t(
                "You can allow a second and last note for this job. It fits when a date they gave "
                "has passed, when it was the last round, or when they asked you to wait. "
                "Or you can close this one."
            ),
            raise_cap=True,
        )
    return Refused(
        t("You have asked twice in this round, and two notes are the most. A third may do harm."),
        "F7",
        offer=t("You can close this one. It opens again if they write."),
    )


def second_note_fits(file: File) -> bool:
    """Tell whether one of the three reasons for a second note is there (F6)."""
    reasons = {
        "promised_date_missed": file.clock.promised is not None,
        "final_round": any(meeting.final_round for meeting in file.lately(*MEETINGS)),
        "asked_to_wait": any(event.asked_to_wait for event in file.lately(Kind.THEY_ANSWERED)),
    }
    return any(reasons[reason] for reason in constants().status_second.only_if)


def _asking_day(file: File, base: date) -> tuple[date, str]:
    """Give the day of the next note, first or second, and the rule that sets it."""
    calendar, clock = file.employer.calendar, file.clock
    if clock.promised is not None:
        after = constants().status_promised.after_promised_bd
        day, rule = calendar.plus(clock.promised, after), "F4"
    else:
        day, rule = calendar.plus(base, _waiting_days(file)), "F5"
    if file.notes:
        rule = "F6"
        if _is_unanswered(file):
            first = file.day(file.notes[-1].at)
            day = max(day, calendar.plus(first, constants().status_second.after_first_bd))
    return day, rule


def _waiting_days(file: File) -> int:
    days = constants().status_no_date
    if file.fast:
        return days.fast_sector_bd
    return days.slow_sector_bd if file.employer.sector is Sector.SLOW else days.default_bd


def _is_unanswered(file: File) -> bool:
    later = file.stage[file.stage.index(file.notes[-1]) + 1 :]
    return not any(event.kind in (Kind.THEY_ANSWERED, Kind.PROMISED_DATE_GIVEN) for event in later)


def offer_note(file: File) -> tuple[Decision, ...]:
    """F13: one note that another offer is in hand; it may come early and above the cap."""
    offers = file.ever(Kind.COMPETING_OFFER)
    if not offers:
        return (Refused(t("There is no other offer to tell them about."), "F13"),)
    if any(file.did(FollowUpKind.OFFER_NOTE, event) for event in offers):
        return (Refused(t("You have told them of another offer. Once is enough."), "F13"),)
    if (settled := file.settled) is not None:
        return (_nothing_to_ask(settled),)
    event, calendar = offers[-1], file.employer.calendar
    if event.day is not None and event.day < file.today:
        return (Refused(t("The other offer had to be answered by now."), "F13"),)
    until = event.day or calendar.plus(file.day(event.at), constants().offer.acknowledge_bd)
    return (
        follow_up(
            "F13",
            FollowUpKind.OFFER_NOTE,
            file.next_hour(event.at),
            until=evening(until, file.employer),
            why=t(
                "You have another offer that waits for your answer. It is fair to say so once, and "
                "by when you must answer. This is the one note that may come early."
            ),
            how=None,
            last=True,
            to=write_to(file),
        ),
    )


def recheck(file: File) -> tuple[Decision, ...]:
    """F17: one question about a job on hold, after about a month."""
    hold = file.hold
    if hold is None:
        return (Refused(t("The job is not on hold."), "F17"),)
    if file.did(FollowUpKind.RECHECK, hold):
        return (Refused(t("You have asked once about the job on hold. That is enough."), "F17"),)
    calendar = file.employer.calendar
    days = [calendar.plus(file.day(hold.at), constants().hold.recheck_bd)]
    given = [day for day in (hold.day, file.clock.promised) if day is not None]
    days += [calendar.plus(day, constants().status_promised.after_promised_bd) for day in given]
    earliest = morning(max(days), file.employer)
    if file.last_asked is not None:
        earliest = max(earliest, days_after(file.last_asked, _WEEK, file.employer))
    found = follow_up(
        "F17", FollowUpKind.RECHECK, file.next_hour(earliest), last=True, to=write_to(file)
    )
    if file.now < earliest:
        early = t("The job is on hold. Give them about a month before you ask.")
        return (Refused(early, "F17", offer=_not_before(found), then=found),)
    return (found,)


def closing(file: File) -> tuple[Decision, ...]:
    """F7: silence for long enough closes the file; this is said to the person, not to them."""
    day = closing_day(file)
    if day is None:
        return (Refused(t("There is no silence to close."), "F7"),)
    due = file.next_hour(morning(day, file.employer))
    return (follow_up("F7", FollowUpKind.CLOSE_AS_SILENT, due, last=True),)


def closing_day(file: File) -> date | None:
    """Give the day on which silence is taken for an answer, or None while nothing is awaited."""
    clock, calendar, silent = file.clock, file.employer.calendar, constants().close_as_silent
    if file.settled is not None or clock.base is None:
        return None
    if (hold := file.hold) is not None:
        asked = [event for event in file.ever(Kind.DONE) if event.done is FollowUpKind.RECHECK]
        if not asked or asked[-1].at < hold.at:
            return None
        return calendar.plus(file.day(asked[-1].at), silent.bd_after_last_status)
    awaited = max(clock.base, clock.promised or clock.base)
    if not file.notes:
        return calendar.plus(awaited, silent.if_no_note_sent_bd_after_promised_or_interview)
    noted = file.day(file.notes[-1].at)
    if len(file.notes) < file.most_status_notes and second_note_fits(file):
        # The last permitted note is still to come: silence is counted from its day.
        noted = max(noted, _asking_day(file, clock.base)[0])
    elif awaited > noted:
        return calendar.plus(awaited, silent.if_no_note_sent_bd_after_promised_or_interview)
    return calendar.plus(noted, silent.bd_after_last_status)
