"""What a reading of an account is made of: signs of things, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How well the words carry it. Never certain: only the person can make it that."""

    STATED = "stated"
    """They said it, plainly, of themselves, as something that happened."""
    LIKELY = "likely"
    """More likely than not. It is asked about, and without an answer it may be shown as a maybe."""
    SUGGESTED = "suggested"
    """A sign of it. It is asked about, and not shown before it is answered."""

    @property
    def firmness(self) -> int:
        """Order them: the higher one stands where two differ."""
        return (Strength.SUGGESTED, Strength.LIKELY, Strength.STATED).index(self)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the account is read; every part may be missing."""

    country: str | None = None
    """ISO 3166 alpha-2 code of the employer's country."""
    role: str | None = None
    stage: str | None = None
    """In the person's or the caller's words: "trial shift", "video screen", "panel"."""
    days_since: int | None = None
    """Whole days since the interview."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One id of the taxonomy and the words that carry it: `text[start:end]`."""

    id: str
    start: int
    end: int
    strength: Strength
    weight: float
    """0 to 1: how much the reader would bet on it. Orders questions; is never shown."""


@dataclass(frozen=True, slots=True)
class SkillGap:
    """A tool, method, licence or subject they say they could not answer for."""

    skill: str
    start: int
    end: int


class Side(StrEnum):
    """Who did or said something."""

    ME = "me"
    THEM = "them"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum of money as it was written, and who named it."""

    amount: str
    named_by: Side
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as it came up in the account."""

    raised_by: Side
    figures: tuple[Figure, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one text. At most one sign an id, in the order of the text."""

    engine: str
    signs: tuple[Sign, ...] = ()
    skill_gaps: tuple[SkillGap, ...] = ()
    pay: Pay | None = None
    also: str | None = None
    """The language model that read it a second time, where one did."""
    unheard: bool = False
    """They had agreed to a language model, and it gave no reading."""

    @property
    def read_by(self) -> str:
        """Name everybody who read it."""
        return self.engine if self.also is None else f"{self.engine} + {self.also}"
