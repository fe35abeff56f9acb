"""One job's file as it stands: the events so far, the round they are in, and its clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal

from bot.coaching.follow_ups.events import Employer, Event, FollowUpKind, Kind
from bot.coaching.follow_ups.hours import hours_after, opening
from bot.coaching.follow_ups.known import Sector, constants

MEETINGS: Final = frozenset({Kind.INTERVIEW_HAPPENED, Kind.TRIAL_SHIFT})
_SETTLED: Final = frozenset(
    {
        Kind.REJECTION,
        Kind.JOB_FILLED,
        Kind.OFFER,
        Kind.TOLD_NOT_TO_CONTACT,
        Kind.CONTACT_UNWELCOME,
    }
)
_UNHOLDS: Final = MEETINGS | {Kind.NEXT_STAGE, Kind.THEY_ANSWERED, Kind.PROMISED_DATE_GIVEN}
_ASKING: Final = frozenset({FollowUpKind.RECHECK, FollowUpKind.OFFER_NOTE})


@dataclass(frozen=True, slots=True)
class Clock:
    """What the date of the next status note is counted from."""

    base: date | None = None
    """The interview, or their last answer; None while there is nothing to ask about."""
    promised: date | None = None
    """The date they gave last, if it still counts."""
    promises: int = 0
    """How many dates they have given in this round."""


@dataclass(frozen=True, slots=True)
class File:
    """Everything known about one job, up to now."""

    events: tuple[Event, ...]
    """In order; what lies after now has not happened yet and is left out."""
    stage: tuple[Event, ...]
    """The events of the round they are in."""
    employer: Employer
    now: datetime
    most_status_notes: Literal[1, 2]

    def day(self, moment: datetime) -> date:
        """Give the employer's date at a moment."""
        return moment.astimezone(self.employer.clock).date()

    @property
    def today(self) -> date:
        """The employer's date now."""
        return self.day(self.now)

    def ever(self, *kinds: Kind) -> tuple[Event, ...]:
        """Give the events of these kinds, of every round."""
        return tuple(event for event in self.events if event.kind in kinds)

    def lately(self, *kinds: Kind) -> tuple[Event, ...]:
        """Give the events of these kinds in this round."""
        return tuple(event for event in self.stage if event.kind in kinds)

    def did(self, kind: FollowUpKind, since: Event) -> bool:
        """Tell whether a follow-up that has no event of its own was done after an event."""
        return any(
            event.kind is Kind.DONE and event.done is kind
            for event in self.events[self.events.index(since) + 1 :]
        )

    @property
    def released(self) -> datetime:
        """Now, or the end of the day for which an angry draft holds everything back (F15)."""
        held = [
            hours_after(event.at, constants().angry_draft.cooling_off_h)
            for event in self.ever(Kind.ANGRY_DRAFT)
        ]
        return max([self.now, *held], key=_instant)

    def next_hour(self, earliest: datetime) -> datetime:
        """Give the next moment that is fair, not before `earliest` and never in the past."""
        return opening(max(earliest, self.released, key=_instant), self.employer)

    @property
    def agency(self) -> bool:
        """Whether an agency stands between them."""
        return any(event.through_agency for event in self.events)

    @property
    def contact(self) -> str | None:
        """The person at the employer who was heard from last, if a name is known."""
        return next((event.who for event in reversed(self.events) if event.who is not None), None)

    @property
    def notes(self) -> tuple[Event, ...]:
        """The status notes and calls of this round that nobody had asked for."""
        return tuple(event for event in self.stage if _is_uninvited_note(event))

    @property
    def last_asked(self) -> datetime | None:
        """When they were last asked how it stands, in any round."""
        asked = [
            event.at
            for event in self.events
            if _is_uninvited_note(event) or (event.kind is Kind.DONE and event.done in _ASKING)
        ]
        return asked[-1] if asked else None

    @property
    def settled(self) -> Event | None:
        """What ended the waiting in this round: an outcome, or their wish to be left alone."""
        return next((event for event in reversed(self.stage) if event.kind in _SETTLED), None)

    @property
    def hold(self) -> Event | None:
        """The news that the job is on hold, while it is."""
        for event in reversed(self.stage):
            if event.kind is Kind.ON_HOLD:
                return event
            if event.kind in _UNHOLDS:
                return None
        return None

    @property
    def fast(self) -> bool:
        """Whether such employers decide in days: by sector, or because of a trial shift."""
        return self.employer.sector is Sector.FAST or bool(self.lately(Kind.TRIAL_SHIFT))

    @property
    def clock(self) -> Clock:
        """What the date of the next status note is counted from."""
        base: date | None = None
        promised: date | None = None
        promises = 0
        for event in self.stage:
            day = self.day(event.at)
            match event.kind:
                case Kind.INTERVIEW_HAPPENED | Kind.TRIAL_SHIFT:
                    base = day
                case Kind.NEXT_STAGE if event.day is None:
                    base = day
                case Kind.CALL_MADE if base is not None:
                    base = day
                case Kind.PROMISED_DATE_GIVEN | Kind.THEY_ANSWERED if event.day is not None:
                    base, promised, promises = base or day, event.day, promises + 1
                case Kind.THEY_ANSWERED | Kind.INVITED_TO_CALL | Kind.INVITED_TO_WRITE if (
                    base is not None and (promised is None or promised < day)
                ):
                    # They wrote, so the waiting begins anew; a date that they gave still counts.
                    base, promised = day, None
                case _:
                    pass
        return Clock(base, promised, promises)


def file_of(
    events: Iterable[Event], employer: Employer, now: datetime, most_status_notes: Literal[1, 2]
) -> File:
    """Put the events in order and find the round they are in.

    Raises:
        ValueError: `now` has no offset from UTC.
    """
    if now.utcoffset() is None:
        raise ValueError("`now` has no offset from UTC; give an aware datetime.")
    past = tuple(sorted((event for event in events if event.at <= now), key=_order))
    here = now.astimezone(employer.clock)
    return File(past, _last_stage(past, employer), employer, here, most_status_notes)


def meeting_days(file: File) -> dict[date, Event]:
    """Give the days on which they met, each with the last meeting of that day."""
    return {file.day(event.at): event for event in file.ever(*MEETINGS)}


def _last_stage(events: tuple[Event, ...], employer: Employer) -> tuple[Event, ...]:
    """Give the events since the employer opened the last round.

    They open one by saying so, or by meeting the person again on another day.
    """
    start, met = 0, None
    for place, event in enumerate(events):
        if event.kind is Kind.NEXT_STAGE:
            start, met = place, None
        elif event.kind in MEETINGS:
            day = event.at.astimezone(employer.clock).date()
            if met is not None and day != met:
                start = place
            met = day
    return events[start:]


def _is_uninvited_note(event: Event) -> bool:
    return event.kind in (Kind.STATUS_NOTE_SENT, Kind.CALL_MADE) and not event.invited


def _order(event: Event) -> tuple[datetime, bool]:
    """Order by time; at one and the same moment the meeting comes before what was said at it."""
    opens = event.kind is Kind.NEXT_STAGE or event.kind in MEETINGS
    return _instant(event.at), not opens


def _instant(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
