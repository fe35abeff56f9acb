"""The words of the drafts, as they stand in the data file: checked, and ready to be filled in."""

from __future__ import annotations

import string
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, model_validator

from bot.coaching.knowledge import Entry, Sentence, WrongKnowledge, entries
from bot.words import Text, known

_FILE: Final = "drafts.toml"


class DraftKind(StrEnum):
    """What a note is for."""

    THANK_YOU = "thank_you"
    STATUS_NOTE = "status_note"
    LAST_STATUS_NOTE = "last_status_note"
    FEEDBACK_REQUEST = "feedback_request"
    GRACIOUS_REPLY = "gracious_reply"
    WITHDRAWAL = "withdrawal"
    APOLOGY_FOR_CONTACT = "apology_for_contact"
    THANKS_FOR_FEEDBACK = "thanks_for_feedback"
    OFFER_ACKNOWLEDGEMENT = "offer_acknowledgement"
    COMPETING_OFFER = "competing_offer"
    RECHECK = "recheck"


class Voice(StrEnum):
    """The tone of a note."""

    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"


class Blank(StrEnum):
    """Something that a note may name: one fact, given or still missing."""

    ME = "me"
    TO = "to"
    COORDINATOR = "coordinator"
    EMPLOYER = "employer"
    ROLE = "role"
    INTERVIEW_DAY = "interview_day"
    ONE_TRUE_THING = "one_true_thing"
    REPAIR = "repair"
    PROMISED_DAY = "promised_day"
    REJECTED_DAY = "rejected_day"
    ANSWER_BY = "answer_by"
    SKILL = "skill"
    SECOND_SKILL = "second_skill"
    PEOPLE = "people"


class Flag(StrEnum):
    """What decides which paragraph is used without being named in it."""

    LATE = "late"
    THROUGH_AGENCY = "through_agency"
    HEARD_ELSEWHERE = "heard_elsewhere"
    TO_ADD = "to_add"


PASS_ON: Final = "pass_on"
"""The thank-you for people whom the person cannot write to, sent to whoever arranged it."""

VARIANTS: Final = 3
"""How many ways there are to say each paragraph of a thank-you."""


def blanks(pattern: str) -> tuple[Blank, ...]:
    """Name what a text of the data file has to be filled with, in order."""
    return tuple(Blank(name) for _, name, _, _ in string.Formatter().parse(pattern) if name)


def _calm(pattern: str) -> str:
    blanks(pattern)  # an unknown name is a mistake in the file
    if "!" in pattern:
        raise ValueError("a draft has no exclamation mark")
    return pattern


Pattern = Annotated[Sentence, AfterValidator(_calm)]


class Frame(Entry):
    """How a note begins and ends in one tone."""

    id: Voice
    greeting: Pattern
    closing: Pattern


class GapWords(Entry):
    """What a gap asks for; in notes to several people, with the person it is about."""

    id: Blank
    what: Sentence
    with_name: Sentence | None = None
    with_number: Sentence | None = None

    def text(self, person: str | int | None) -> Text:
        """Say what is to be filled in."""
        if isinstance(person, str) and self.with_name is not None:
            return known(f"drafts.{self.id}.with_name", self.with_name).with_values(name=person)
        if isinstance(person, int) and self.with_number is not None:
            return known(f"drafts.{self.id}.with_number", self.with_number).with_values(
                number=person
            )
        return known(f"drafts.{self.id}.what", self.what)


class Paragraph(Entry):
    """One paragraph, and when it is used."""

    id: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    says: Pattern
    others: tuple[Pattern, ...] = ()
    given: tuple[Blank | Flag, ...] = ()
    missing: tuple[Blank | Flag, ...] = ()

    @model_validator(mode="after")
    def _as_many_as_the_rest(self) -> Self:
        if self.others and len(self.others) != VARIANTS - 1:
            raise ValueError(f"`others` holds {VARIANTS - 1} texts or none")
        return self

    def fits(self, there: frozenset[Blank | Flag]) -> bool:
        """Tell whether it is used, with so much given."""
        return there.issuperset(self.given) and there.isdisjoint(self.missing)


class Template(Entry):
    """One kind of note in one tone."""

    id: Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z]+$")]
    subject: Pattern
    paragraph: tuple[Paragraph, ...] = Field(min_length=1)

    def body(self, there: frozenset[Blank | Flag]) -> tuple[Paragraph, ...]:
        """Give the paragraphs that are used, in order."""
        return tuple(one for one in self.paragraph if one.fits(there))


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything in the data file."""

    templates: dict[str, Template]
    frames: dict[Voice, Frame]
    gaps: dict[Blank, GapWords]


@cache
def texts() -> Texts:
    """Read the data file.

    Raises:
        WrongKnowledge: a kind, a tone or a gap is missing, or a text does not fit.
    """
    found = Texts(
        {one.id: one for one in entries(_FILE, Template, "draft")},
        {one.id: one for one in entries(_FILE, Frame, "voice")},
        {one.id: one for one in entries(_FILE, GapWords, "gap")},
    )
    wanted = {f"{kind}.{voice}" for kind in (*DraftKind, PASS_ON) for voice in Voice}
    _check("draft", wanted, set(found.templates))
    _check("voice", set(Voice), set(found.frames))
    _check("gap", set(Blank), set(found.gaps))
    return found


def _check(table: str, wanted: set[str], there: set[str]) -> None:
    for name in sorted(wanted ^ there):
        reason = "it is missing" if name in wanted else "no draft uses it"
        raise WrongKnowledge(_FILE, f"[[{table}]] {name}", reason)
