"""What the follow-up rules rest on: the constants, the rules' own words, the sectors."""

from __future__ import annotations

import re
from datetime import time
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from bot.coaching.knowledge import Entry, Grade, Id, Sentence, SourceId, WrongKnowledge, entries
from bot.words import Text, known

_FILE = "follow_ups.toml"
Count = Annotated[int, Field(ge=0, le=120)]
SecondNote = Literal["promised_date_missed", "final_round", "asked_to_wait"]


class Hours(Entry):
    """A span of one day by the clock on the wall."""

    opens: time
    closes: time


class ThankYou(Entry):
    """When a thank-you is in time, normal, late, too late."""

    target_h: Count
    useful_until_bd: Count
    late_ok_until_bd: Count
    per_interviewer_max: Literal[1]
    in_time_next_morning: time


class StatusWithoutDate(Entry):
    """How long to wait where they gave no date."""

    default_bd: Count
    fast_sector_bd: Count
    slow_sector_bd: Count


class StatusPromised(Entry):
    """How long to wait after a date they gave, and how often a new date is believed."""

    after_promised_bd: Count
    restart_on_new_date: Literal[True]
    max_restarts: Count


class StatusSecond(Entry):
    """When a second note fits."""

    after_first_bd: Count
    only_if: tuple[SecondNote, ...]


class Caps(Entry):
    """The most of each; `status_notes_per_stage` is the raised cap."""

    status_notes_per_stage: Literal[2]
    status_contacts_per_7_days: Literal[1]
    calls_per_invitation: Literal[1]
    voicemails_per_invitation: Literal[1]
    feedback_requests: Literal[1]


class CloseAsSilent(Entry):
    """After how many business days silence is taken for an answer."""

    bd_after_last_status: Count
    if_no_note_sent_bd_after_promised_or_interview: Count


class Feedback(Entry):
    """The pause after a no, and the time in which people remember."""

    wait_h_after_rejection: Count
    ask_until_bd: Count
    reminders: Literal[0]
    gracious_reply_bd: Count
    thank_bd: Count
    then_nothing_days: Count


class Offer(Entry):
    """How soon an offer is acknowledged."""

    acknowledge_bd: Count


class NextRound(Entry):
    """How soon a further round is confirmed."""

    confirm_bd: Count


class PromisedItem(Entry):
    """How soon a promised thing is sent."""

    deliver_bd: Count


class InvitedCall(Entry):
    """When an invited call is made that has no window of its own."""

    from_bd: Count
    until_bd: Count


class Hold(Entry):
    """When a job on hold is asked about."""

    recheck_bd: Count
    rechecks: Literal[1]


class Quiet(Entry):
    """The hours outside which nothing is proposed."""

    email: Hours
    calls: tuple[Hours, ...]
    morning: time
    thank_you_same_day_until: time


class AngryDraft(Entry):
    """How long an angry draft waits."""

    cooling_off_h: Count


class Conservative(Entry):
    """The default: one note, then stop."""

    status_notes_per_stage: Literal[1]


class Constants(Entry):
    """Every number of the follow-up rules."""

    id: Id
    thank_you: ThankYou
    status_no_date: StatusWithoutDate
    status_promised: StatusPromised
    status_second: StatusSecond
    caps: Caps
    close_as_silent: CloseAsSilent
    feedback: Feedback
    offer: Offer
    second_round: NextRound
    promised_item: PromisedItem
    invited_call: InvitedCall
    hold: Hold
    quiet: Quiet
    angry_draft: AngryDraft
    conservative: Conservative


class Rule(Entry):
    """One rule, F1 to F20, with the words that a person is shown."""

    id: Annotated[str, Field(pattern=r"^F[0-9]{1,2}a?$")]
    title: Sentence
    why: Sentence
    how: Sentence | None = None
    sources: tuple[SourceId, ...]
    grade: Grade

    def text(self, field: Literal["title", "why"]) -> Text:
        """Give one of its texts, to be said in the reader's language."""
        return known(f"follow_ups.{self.id}.{field}", str(getattr(self, field)))

    def advice(self) -> Text | None:
        """Give how it is done, where there is something to say."""
        return None if self.how is None else known(f"follow_ups.{self.id}.how", self.how)


class Sector(StrEnum):
    """How fast such employers usually decide."""

    FAST = "fast"
    ORDINARY = "ordinary"
    SLOW = "slow"


class SectorWords(Entry):
    """The words of a role or an employer's name that tell the sector."""

    id: Literal["fast", "slow"]
    words: tuple[Sentence, ...] = Field(min_length=1)


@cache
def constants() -> Constants:
    """Every number of the rules."""
    return entries(_FILE, Constants, "constants")[0]


@cache
def rules() -> dict[str, Rule]:
    """The rules F1 to F20, by id."""
    found = {one.id: one for one in entries(_FILE, Rule, "rule")}
    wanted = {"F1a", *(f"F{number}" for number in range(1, 21))}
    if missing := sorted(wanted - found.keys()):
        raise WrongKnowledge(_FILE, missing[0], "this rule is missing")
    return found


def sector_of(role: str | None, employer: str | None = None) -> Sector:
    """Tell the sector from the words of the role, or else of the employer.

    The role weighs more than the house: a barista at a university is hired as a barista.
    """
    for words, order in ((role, ("fast", "slow")), (employer, ("slow", "fast"))):
        for sector in order:
            if words is not None and _sector_pattern(sector).search(words.casefold()):
                return Sector(sector)
    return Sector.ORDINARY


@cache
def _sector_pattern(sector: str) -> re.Pattern[str]:
    found = {one.id: one for one in entries(_FILE, SectorWords, "sector")}
    words = (
        re.escape(word.casefold()) for one in found if one == sector for word in found[one].words
    )
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")
