"""How heavy somebody's words sound: the signs and idioms of `knowledge/care.toml`, looked for.

Most accounts hold none of them and every answer is looked through, so a pattern is only tried where
the pieces of text stand that it cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import Annotated, Final, Literal

from pydantic import Field

from bot.coaching.care.words import plain
from bot.coaching.knowledge import Entry, Id, WrongKnowledge, entries
from bot.coaching.reading.needed import EDGE, all_needed

FILE: Final = "care.toml"
_Pattern = Annotated[str, Field(min_length=3)]


class Level(IntEnum):
    """How heavy somebody's words sound. A higher one is never less urgent."""

    NONE = 0
    ORDINARY = 1
    """Disappointed, fed up, embarrassed: it is named in one sentence and the talk goes on."""
    HEAVY = 2
    """No sleep, crying every day, no hope: no more asking for faults; a person is offered."""
    DANGER = 3
    """Words about dying, harm or no way out: everything else stops and a number is shown."""


def level(text: str) -> Level:
    """Tell how heavy a text sounds.

    Each line is read for itself and with the line after it, and the heaviest counts: so nothing
    that stands before or after can make a line lighter than it is alone.
    """
    written = plain(text)
    found = Level.NONE
    if "\n" in written and not _to_try(written.replace("\n", " "), found):
        return found
    for passage in dict.fromkeys(_passages(written)):
        found = _level_of(passage, found)
        if found is Level.DANGER:
            break
    return found


def _passages(written: str) -> Iterator[str]:
    lines = written.split("\n")
    yield from lines
    for first, second in pairwise(lines):
        yield f"{first} {second}"


def _level_of(passage: str, least: Level) -> Level:
    """Give the level of a passage, or the least where it is not above it."""
    tried = _to_try(passage, least)
    found = least
    left = passage
    for one in tried:
        if one.idiom:
            left, times = one.pattern.subn(" # ", left)
            if times:
                found = max(found, one.level)
    for one in tried:
        if not one.idiom:
            if one.level <= found:
                break
            if one.pattern.search(left):
                return one.level
    return found


# --- which patterns to try -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Watched:
    """A pattern, and the sets of pieces of which each must have one in a text that it fits."""

    number: int
    """Its place: idioms first, as they stand in the file, then the signs, the heaviest first."""
    pattern: re.Pattern[str]
    beginnings: tuple[frozenset[str], ...]
    """The sets of which every piece begins where a word begins; the rarest set first."""
    anywhere: tuple[frozenset[str], ...]
    level: Level
    """What a sign tells, or what an idiom tells instead of what it sounds like."""
    idiom: bool


def _to_try(words: str, least: Level) -> list[_Watched]:
    """Give the patterns that may fit, in order; none where none of them can tell more than that."""
    if _disguised().search(words):
        words = f"{words} {_MARK}"
    held = _held(words)
    watched = _by_piece()
    likely = {one.number: one for piece in held for one in watched.get(piece, ())}
    possible = [
        one
        for one in (*_always(), *likely.values())
        if not any(held.isdisjoint(pieces) for pieces in one.beginnings)
        and all(any(piece in words for piece in pieces) for pieces in one.anywhere)
    ]
    if all(one.level <= least for one in possible):
        return []
    return sorted(possible, key=lambda one: one.number)


def _held(words: str) -> set[str]:
    """Give the pieces that stand in some words, of those that begin where a word begins."""
    tokens = set(_WORD.findall(words))
    first_letters = {token[:4] for token in tokens} | {token[:3] for token in tokens}
    pieces = _by_first_letters()
    return {
        piece
        for letters in pieces.keys() & first_letters
        for piece in pieces[letters]
        if piece in words
    }


_WORD: Final = re.compile(r"\w+")
_FIRST_LETTERS: Final = re.compile(r"\w{3,4}|\w+(?= )")


@cache
def _by_first_letters() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for piece in frozenset().union(*(pieces for one in _watched() for pieces in one.beginnings)):
        letters = _FIRST_LETTERS.match(piece)
        found.setdefault(letters[0] if letters else "", []).append(piece)
    return found


@cache
def _by_piece() -> dict[str, list[_Watched]]:
    """Give the patterns by the rarest pieces that they need."""
    found: dict[str, list[_Watched]] = {}
    for one in _watched():
        for piece in one.beginnings[0] if one.beginnings else ():
            found.setdefault(piece, []).append(one)
    return found


@cache
def _always() -> tuple[_Watched, ...]:
    return tuple(one for one in _watched() if not one.beginnings)


# --- what the file says ----------------------------------------------------------------------


class _Piece(Entry):
    id: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    pattern: _Pattern


class _Sign(Entry):
    id: Id
    level: Literal["ordinary", "heavy", "danger"]
    patterns: tuple[_Pattern, ...] = Field(min_length=1)


class _Idiom(Entry):
    id: Id
    instead: Literal["none", "ordinary", "heavy"] = "none"
    patterns: tuple[_Pattern, ...] = Field(min_length=1)


_DISGUISED: Final = "suicide"
"""A piece that people write with other signs in it, so that none of its letters must be there."""
_MARK: Final = f"_{_DISGUISED}_"
"""Put behind the words that hold it, so that it can be looked for as a piece."""


@cache
def _pieces() -> dict[str, str]:
    return {one.id: one.pattern for one in entries(FILE, _Piece, "piece")}


@cache
def _disguised() -> re.Pattern[str]:
    return re.compile(_pieces()[_DISGUISED])


@cache
def _watched() -> tuple[_Watched, ...]:
    signs = sorted(entries(FILE, _Sign, "sign"), key=lambda one: -Level[one.level.upper()])
    rows = [
        (one.id, pattern, Level[one.instead.upper()], True)
        for one in entries(FILE, _Idiom, "idiom")
        for pattern in one.patterns
    ] + [
        (one.id, pattern, Level[one.level.upper()], False)
        for one in signs
        for pattern in one.patterns
    ]
    return tuple(
        _Watched(number, _compiled(id_, pattern), *_needs(pattern), told, idiom)
        for number, (id_, pattern, told, idiom) in enumerate(rows)
    )


def _compiled(entry: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(_with_pieces(pattern, _pieces()))
    except re.error as wrong:
        raise WrongKnowledge(FILE, entry, f"{pattern!r}: {wrong}") from wrong


def _needs(pattern: str) -> tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]]:
    """Give its sets of pieces that begin words, the rarest first, and those with another piece.

    They go without the blanks around them, because an idiom that is taken out leaves blanks.
    """
    marked = _with_pieces(pattern, _pieces() | {_DISGUISED: f"(?:{_MARK})+"})
    beginnings, anywhere = [], []
    for pieces in all_needed(marked):
        bare = frozenset(piece.strip(f"{EDGE} ") for piece in pieces)
        if all(piece[0] in f"{EDGE} " for piece in pieces) and all(map(_FIRST_LETTERS.match, bare)):
            beginnings.append(bare)
        elif all(map(_tells, bare)):
            anywhere.append(bare)
    beginnings.sort(key=lambda pieces: -min(map(len, pieces)))
    return tuple(beginnings), tuple(sorted(anywhere, key=len))


def _tells(piece: str) -> bool:
    """Tell whether a piece is not in every sentence."""
    return len(piece) > 2 or not (piece.isalpha() and piece.isascii())


def _with_pieces(pattern: str, pieces: dict[str, str]) -> str:
    for name, piece in pieces.items():
        pattern = pattern.replace(f"<{name}>", piece)
    return pattern
