"""Slips of typing, made up by chance: letters lost, swapped or doubled, marks left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from string import ascii_lowercase
from typing import Final

_MARKS: Final = re.compile(r"[.,;!?]")
_APART: Final = 40
"""About one slip in so many letters, where somebody slips at all."""


def typist(chance: Random) -> Callable[[str], str]:
    """Choose how somebody types, for all that they write: mostly well."""
    slips = chance.random() < 0.25
    no_marks = chance.random() < 0.15
    no_apostrophes = chance.random() < 0.1

    def typed(text: str) -> str:
        if slips:
            text = _slipped(text, chance)
        if no_marks:
            text = _MARKS.sub("", text)
        if no_apostrophes:
            text = text.replace("'", "").replace("’", "")
        return text

    return typed


def _slipped(text: str, chance: Random) -> str:
    letters = list(text)
    for _ in range(max(1, len(letters) // _APART)):
        at = chance.randrange(len(letters)) if letters else 0
        if not letters or not letters[at].isalpha():
            continue
        kind = chance.random()
        if kind < 0.35:
            del letters[at]
        elif kind < 0.6 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif kind < 0.8:
            letters[at] = chance.choice(ascii_lowercase)
        else:
            letters.insert(at, letters[at])
    return "".join(letters)
