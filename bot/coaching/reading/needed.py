"""Which pieces of text a pattern cannot do without, so that most are never tried at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SHORTEST: Final = 3
"""A piece shorter than this stands in every sentence and saves nothing."""
_MOST: Final = 24
"""With more alternatives than this, looking for them costs as much as trying the pattern."""

_SPECIAL_GROUP: Final = re.compile(r"\?(?:P<\w+>|:|(?P<aside><?[=!]))")
_REPEAT: Final = re.compile(r"\{(?P<least>\d*)(?:,\d*)?\}")
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a pattern: the pieces of which one must be there; none known where empty."""

    pieces: frozenset[str]
    literal: str | None = None
    """The part as it stands in a text, where it can stand in one way only."""


_ANYTHING: Final = _Part(frozenset())
_NOTHING: Final = _Part(frozenset(), "")


def needed(pattern: str) -> frozenset[str]:
    """Give pieces of text of which one stands in whatever the pattern fits; empty: not known.

    It knows as much of the syntax as cues are written in. What it does not know it takes for
    something that may be anything, so that no cue is missed because of it.
    """
    try:
        part, end = _alternatives(pattern, 0)
    except IndexError:
        return frozenset()
    return part.pieces if end == len(pattern) else frozenset()


def _alternatives(pattern: str, at: int) -> tuple[_Part, int]:
    branches = []
    branch, at = _sequence(pattern, at)
    branches.append(branch)
    while at < len(pattern) and pattern[at] == "|":
        branch, at = _sequence(pattern, at + 1)
        branches.append(branch)
    if len(branches) == 1:
        return branches[0], at
    if not all(branch.pieces for branch in branches):
        return _ANYTHING, at
    pieces = frozenset().union(*(branch.pieces for branch in branches))
    return (_Part(pieces) if len(pieces) <= _MOST else _ANYTHING), at


def _sequence(pattern: str, at: int) -> tuple[_Part, int]:
    """Read up to the next bar or closing bracket; the best of the parts speaks for all of them."""
    best: frozenset[str] = frozenset()
    run = ""
    whole = True
    while at < len(pattern) and pattern[at] not in "|)":
        part, after = _one(pattern, at)
        least, after = _repeated(pattern, after)
        if least is not None:
            part = _ANYTHING if least == 0 else _Part(part.pieces)
        if part.literal is not None:
            run += part.literal
        else:
            best = _better(_better(best, _piece(run)), part.pieces)
            run, whole = "", False
        at = after
    best = _better(best, _piece(run))
    return _Part(best, run if whole else None), at


def _one(pattern: str, at: int) -> tuple[_Part, int]:
    letter = pattern[at]
    if letter == "(":
        special = _SPECIAL_GROUP.match(pattern, at + 1)
        part, end = _alternatives(pattern, special.end() if special else at + 1)
        if pattern[end] != ")":
            raise IndexError
        if special is not None and special["aside"]:
            return _NOTHING, end + 1
        return part, end + 1
    if letter == "[":
        found = _CLASS.match(pattern, at)
        if found is None:
            raise IndexError
        return _ANYTHING, found.end()
    if letter == "\\":
        following = pattern[at + 1]
        if following in "bB":
            return _NOTHING, at + 2
        return (_ANYTHING if following.isalnum() else _plain(following)), at + 2
    if letter in "^$":
        return _NOTHING, at + 1
    return (_ANYTHING if letter == "." else _plain(letter)), at + 1


def _plain(letter: str) -> _Part:
    return _Part(frozenset(), letter)


def _repeated(pattern: str, at: int) -> tuple[int | None, int]:
    """Give how often the part before this place stands at least; None where it stands once."""
    least: int | None = None
    if at < len(pattern):
        if pattern[at] in "?*":
            least, at = 0, at + 1
        elif pattern[at] == "+":
            least, at = 1, at + 1
        elif (counted := _REPEAT.match(pattern, at)) is not None:
            least, at = int(counted["least"] or 0), counted.end()
    if least is not None and at < len(pattern) and pattern[at] in "?+":
        at += 1
    return least, at


def _piece(run: str) -> frozenset[str]:
    return frozenset({run}) if len(run) >= _SHORTEST else frozenset()


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Choose the pieces that fewer sentences will hold: the longer ones."""
    if not one or not other:
        return one or other
    return max(one, other, key=_rarity)


def _rarity(pieces: frozenset[str]) -> float:
    return min(len(piece) for piece in pieces) - len(pieces) / 8
