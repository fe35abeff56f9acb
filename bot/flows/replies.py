"""What comes back to a flow's question, and how it is stored: one JSON object."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the options, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Written:
    """The person's own words, cleaned; `care` is how heavy they sounded when they came (0 to 2)."""

    text: str
    care: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """They would rather not answer, which is always an answer."""


@dataclass(frozen=True, slots=True)
class Done:
    """The account in several pieces is whole."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """They wrote about dying or harm. That it happened is kept; what they wrote is not."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the house looked up, as JSON values."""

    value: Any


Reply: TypeAlias = Chosen | Written | Skipped | Done | Withheld | Found


def to_json(reply: Reply) -> str:
    """Give the form in which a reply is stored."""
    form: dict[str, object]
    match reply:
        case Chosen(name):
            form = {"chosen": name}
        case Written(text, 0):
            form = {"written": text}
        case Written(text, care):
            form = {"written": text, "care": care}
        case Skipped():
            form = {"skipped": True}
        case Done():
            form = {"done": True}
        case Withheld():
            form = {"withheld": True}
        case Found(value):
            form = {"found": value}
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"))


def from_json(stored: str) -> Reply | None:
    """Read a stored reply; None for a form that no version of this program has written."""
    match json.loads(stored):
        case {"chosen": str(name)}:
            return Chosen(name)
        case {"written": str(text), "care": int(care)}:
            return Written(text, care)
        case {"written": str(text)}:
            return Written(text)
        case {"skipped": True}:
            return Skipped()
        case {"done": True}:
            return Done()
        case {"withheld": True}:
            return Withheld()
        case {"found": value}:
            return Found(value)
        case _:
            return None
