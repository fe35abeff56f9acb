"""Which pieces of text a pattern cannot do without, so that most are never tried at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_SHORTEST: Final = 3
"""A piece shorter than this stands in every English sentence and saves nothing."""
_MOST: Final = 24
"""With more alternatives than this, looking for them costs as much as trying the pattern."""

_UNUSUAL: Final = re.compile("[^a-z ]")
"""A piece with one of these saves something however short it is."""

EDGE: Final = "\b"
"""Stands before a piece that begins where a word begins."""

_SPECIAL_GROUP: Final = re.compile(r"\?(?:P<\w+>|:|(?P<aside><?[=!]))")
_REPEAT: Final = re.compile(r"\{(?P<least>\d*)(?:,\d*)?\}")
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a pattern: of each of its sets, one piece must be there."""

    sets: tuple[frozenset[str], ...] = ()
    literal: str | None = None
    """The part as it stands in a text, where it can stand in one way only."""
    edge: bool = False
    """Whether a word that follows it begins there."""


_ANYTHING: Final = _Part()
_NOTHING: Final = _Part(literal="")


def needed(pattern: str) -> frozenset[str]:
    """Give pieces of text of which one stands in whatever the pattern fits; empty: not known."""
    pieces = _rarest(pieces for pieces in all_needed(pattern) if len(pieces) <= _MOST)
    return frozenset(piece.lstrip(EDGE) for piece in pieces)


def all_needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Give sets of pieces: of each set, one piece stands in whatever the pattern fits.

    A piece that must stand at the beginning of a word has an EDGE before it.
    It knows as much of the syntax as our patterns are written in. What it does not know it takes
    for something that may be anything, so that nothing is missed because of it.
    """
    try:
        part, end = _alternatives(pattern, 0, edge=False)
    except IndexError:
        return ()
    return part.sets if end == len(pattern) else ()


def _alternatives(pattern: str, at: int, *, edge: bool) -> tuple[_Part, int]:
    branches = []
    branch, at = _sequence(pattern, at, edge=edge)
    branches.append(branch)
    while at < len(pattern) and pattern[at] == "|":
        branch, at = _sequence(pattern, at + 1, edge=edge)
        branches.append(branch)
    if len(branches) == 1:
        return branches[0], at
    rarest = [_rarest(branch.sets) for branch in branches]
    sets = (frozenset().union(*rarest),) if all(rarest) else ()
    return _Part(sets, edge=all(branch.edge for branch in branches)), at


def _sequence(pattern: str, at: int, *, edge: bool) -> tuple[_Part, int]:
    """Read up to the next bar or closing bracket; `edge`: whether a word begins here."""
    sets: tuple[frozenset[str], ...] = ()
    run = EDGE if edge else ""
    whole = True
    while at < len(pattern) and pattern[at] not in "|)":
        if not run and pattern.startswith(r"\b", at):
            run = EDGE
        before = run.endswith((EDGE, " "))
        part, after = _one(pattern, at, edge=before)
        least, after = _repeated(pattern, after)
        if least is not None:
            ends = part.edge and (before or least > 0)
            part = _Part(part.sets if least else (), edge=ends)
        if part.literal is not None:
            run += part.literal
        else:
            sets += _piece(run) + part.sets
            run, whole = EDGE if part.edge else "", False
        at = after
    return _Part(
        sets + _piece(run), run.lstrip(EDGE) if whole else None, run.endswith((EDGE, " "))
    ), at


def _one(pattern: str, at: int, *, edge: bool) -> tuple[_Part, int]:
    letter = pattern[at]
    if letter == "(":
        special = _SPECIAL_GROUP.match(pattern, at + 1)
        part, end = _alternatives(pattern, special.end() if special else at + 1, edge=edge)
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
    return _Part(literal=letter)


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


def _piece(run: str) -> tuple[frozenset[str], ...]:
    letters = run.lstrip(EDGE)
    known = len(letters) >= _SHORTEST or _UNUSUAL.search(letters)
    return (frozenset({run}),) if known else ()


def _rarest(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """Choose the pieces that the fewest sentences will hold: the longer ones."""
    return max(sets, key=_rarity, default=frozenset())


def _rarity(pieces: frozenset[str]) -> float:
    return min(len(piece.lstrip(EDGE)) for piece in pieces) - len(pieces) / 8
