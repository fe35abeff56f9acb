"""What a flow can do: say something, ask for a choice or for words, or have something looked up.

A flow is a generator of steps. `Say` and `Show` need no answer; `Choose` and `Write` stop the
flow until the person has answered; `Look` stops it until the house has looked something up (the
date, a reading of the account, the best next question) and stored what it found under a key, so
that a replay never depends on anything but the answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.words import Text

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Say:
    """Something said; nothing is expected back."""

    text: Text


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be pressed: stored by name, shown by label."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True)
class Choose:
    """A question with its possible answers."""

    key: str
    text: Text
    options: tuple[Option, ...]
    about: str | None = None
    """The id of the taxonomy that this asks about; only such questions count as targeted."""
    quote: str | None = None
    """The person's own words that raised the question."""


@dataclass(frozen=True, slots=True)
class Write:
    """A question that is answered in words."""

    key: str
    text: Text
    longest: int
    several: bool = False
    """True for an account in pieces: `done` ends it."""


@dataclass(frozen=True, slots=True)
class Show:
    """The report as it stands: data for a program, cards for a chat, pages for a terminal."""

    report: Mapping[str, object]
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Something the flow must know: `what` names it, `given` is what it takes to find out."""

    key: str
    what: str
    given: Mapping[str, object]


Step = Say | Choose | Write | Show | Look
