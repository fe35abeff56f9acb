"""What can have happened with one employer, and what there can be to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.coaching.business_days import Calendar, zone_of
from bot.coaching.follow_ups.known import Sector
from bot.coaching.knowledge import Grade
from bot.coaching.reading.signs import Side
from bot.words import Text


class Kind(StrEnum):
    """Something that happened with one job at one employer."""

    INTERVIEW_HAPPENED = "interview_happened"
    TRIAL_SHIFT = "trial_shift"
    """`what` holds what was told about its hours and pay; None where that is still to be asked."""
    THANK_YOU_SENT = "thank_you_sent"
    PROMISED_DATE_GIVEN = "promised_date_given"
    """`day` is the date; of a span, its last day."""
    NO_DATE_GIVEN = "no_date_given"
    """Also "we will contact you" said at the interview."""
    STATUS_NOTE_SENT = "status_note_sent"
    THEY_ANSWERED = "they_answered"
    """Perhaps with a new date (`day`), or `asked_to_wait`."""
    INVITED_TO_CALL = "invited_to_call"
    """`words` are theirs; `from_day` and `day` are the window, where they named one."""
    CALL_MADE = "call_made"
    CONTACT_UNWELCOME = "contact_unwelcome"
    INVITED_TO_WRITE = "invited_to_write"
    """They asked for something in writing: `what`, by `day`."""
    PROMISED_ITEM = "promised_item"
    """The person promised to send `what`, by `day`."""
    ITEM_SENT = "item_sent"
    """`what` went out; without `what`, everything that was owed."""
    REJECTION = "rejection"
    FEEDBACK_REQUESTED = "feedback_requested"
    FEEDBACK_RECEIVED = "feedback_received"
    FEEDBACK_REFUSED = "feedback_refused"
    OFFER = "offer"
    OFFER_ACCEPTED = "offer_accepted"
    """Here or elsewhere."""
    COMPETING_OFFER = "competing_offer"
    """Another employer made an offer that must be answered by `day`."""
    NEXT_STAGE = "next_stage"
    """They opened a further round; `day` is when it is."""
    ON_HOLD = "on_hold"
    NOT_INTERESTED = "not_interested"
    WITHDRAWN = "withdrawn"
    TOLD_NOT_TO_CONTACT = "told_not_to_contact"
    """Said plainly, or "we will contact you" in answer to a note that asked."""
    JOB_FILLED = "job_filled"
    COMPLAINT_MADE = "complaint_made"
    STOPPED_BY_PERSON = "stopped_by_person"
    ANGRY_DRAFT = "angry_draft"
    """The text that they want to send is angry or begging, and they keep it."""
    DONE = "done"
    """A follow-up that has no kind of its own was done: `done` says which."""


class FollowUpKind(StrEnum):
    """Something to do about a job. All but the last two are written or said to them."""

    THANK_YOU = "thank_you"
    STATUS_NOTE = "status_note"
    FEEDBACK_REQUEST = "feedback_request"
    GRACIOUS_REPLY = "gracious_reply"
    WITHDRAWAL = "withdrawal"
    ACKNOWLEDGE_OFFER = "acknowledge_offer"
    ACKNOWLEDGE_HOLD = "acknowledge_hold"
    OFFER_NOTE = "offer_note"
    CONFIRM_NEXT_ROUND = "confirm_next_round"
    SEND_ITEM = "send_item"
    CALL = "call"
    APOLOGY = "apology"
    RECHECK = "recheck"
    THANK_FOR_FEEDBACK = "thank_for_feedback"
    BRIEF_AGENCY = "brief_agency"
    PREPARE = "prepare"
    CLOSE_AS_SILENT = "close_as_silent"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. Which fields mean something is said at its kind."""

    kind: Kind
    at: datetime
    """When it happened; of an interview, when it ended."""
    day: date | None = None
    from_day: date | None = None
    who: str | None = None
    """The person at the employer that it came from or went to."""
    by: Side = Side.UNKNOWN
    words: str | None = None
    what: str | None = None
    invited: bool = False
    """A note or a call that they had asked for."""
    asked_to_wait: bool = False
    near_miss: bool = False
    no_reply: bool = False
    """A rejection from an address that nobody reads."""
    through_agency: bool = False
    interviewers: int = 1
    addresses_known: bool = True
    """Whether the person was given the interviewers' addresses."""
    final_round: bool = False
    done: FollowUpKind | None = None

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError(f"{self.kind}: `at` has no offset from UTC; give an aware datetime.")


@dataclass(frozen=True, slots=True)
class Employer:
    """Where the employer is, and how fast such employers decide."""

    country: str | None
    region: str | None
    zone: str
    """IANA name; `employer_in` finds it from the country."""
    sector: Sector = Sector.ORDINARY
    hours: tuple[time, time] | None = None
    """The hours they gave themselves, where the job is worked in the evening."""

    @property
    def calendar(self) -> Calendar:
        """Their business days."""
        return Calendar(self.country, self.region)

    @property
    def clock(self) -> ZoneInfo:
        """Their clock on the wall."""
        return ZoneInfo(self.zone)


def employer_in(
    country: str | None,
    region: str | None = None,
    *,
    sector: Sector = Sector.ORDINARY,
    otherwise: str = "UTC",
) -> Employer:
    """Give the employer of a place; `otherwise` is the zone where the country has none.

    The person's own zone is the best `otherwise`: most people apply where they live.
    """
    return Employer(country, region, zone_of(country, region) or otherwise, sector)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing to do: which rule says so, from when, until when it makes sense, and why."""

    rule: str
    kind: FollowUpKind
    due: datetime
    """By the employer's clock. Never in the past: what is overdue is due at the next good hour."""
    until: datetime | None
    """The end of the time in which it is normal; None where there is none, or it is over."""
    why: Text
    how: Text | None
    sources: tuple[str, ...]
    grade: Grade
    last: bool = False
    """Nothing of this kind may follow it."""
    to: Text | None = None
    about: date | None = None
    """The day of the meeting that a thank-you is for."""
    what: str | None = None
    """The thing to be sent, in the person's own words."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something is not done, or not yet."""

    reason: Text
    rule: str
    offer: Text | None = None
    raise_cap: bool = False
    """Whether raising the cap to two would lift it."""
    then: FollowUp | None = None
    """What will be possible, and when."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """It may be done, at `at`: now, or the next hour that is fair to the employer."""

    rule: str
    at: datetime
    caution: Text | None = None


class StopReason(StrEnum):
    """Why all contact about a job has ended."""

    TOLD_NOT_TO_CONTACT = "told_not_to_contact"
    REJECTED = "rejected"
    JOB_FILLED = "job_filled"
    OFFER_ACCEPTED = "offer_accepted"
    CAP_REACHED = "cap_reached"
    SILENT = "silent"
    STOPPED_BY_PERSON = "stopped_by_person"
    NOT_INTERESTED = "not_interested"
    UNWELCOME = "unwelcome"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Stop:
    """All contact about this job has ended, but for what answers the stop itself."""

    reason: StopReason
    why: Text
    rule: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due with one employer, in the order of its dates."""

    due: tuple[FollowUp, ...]
    stopped: Stop | None
    told: tuple[Text, ...]


def done(follow_up: FollowUp, at: datetime, *, who: str | None = None) -> Event:
    """Give the event that says a follow-up was done."""
    kinds = {
        FollowUpKind.THANK_YOU: Kind.THANK_YOU_SENT,
        FollowUpKind.STATUS_NOTE: Kind.STATUS_NOTE_SENT,
        FollowUpKind.FEEDBACK_REQUEST: Kind.FEEDBACK_REQUESTED,
        FollowUpKind.WITHDRAWAL: Kind.WITHDRAWN,
        FollowUpKind.SEND_ITEM: Kind.ITEM_SENT,
        FollowUpKind.CALL: Kind.CALL_MADE,
    }
    return Event(
        kinds.get(follow_up.kind, Kind.DONE),
        at,
        day=follow_up.about,
        who=who,
        by=Side.ME,
        what=follow_up.what,
        invited=follow_up.kind is FollowUpKind.CALL,
        done=follow_up.kind,
    )
