"""How heavy somebody's words sound: the signs and idioms of `knowledge/care.toml`, looked for.

Most accounts hold none of them and every answer is looked through, so a pattern is only tried where
the pieces of text stand that it cannot do without.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, partial
from itertools import pairwise
from typing import Annotated, Final, Literal

from pydantic import Field

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
    needs: tuple[frozenset[str], ...]
    """The rarest set first."""
    level: Level
    """What a sign tells, or what an idiom tells instead of what it sounds like."""
    idiom: bool


def _to_try(words: str, least: Level) -> list[_Watched]:
    """Give the patterns that may fit, in order; none where none of them can tell more than that."""
    held = _held(words)
    watched = _by_piece()
    likely = {one.number: one for piece in held for one in watched.get(piece, ())}
    possible = [
        one
        for one in (*_always(), *likely.values())
        if not any(held.isdisjoint(pieces) for pieces in one.needs)
    ]
    if all(one.level <= least for one in possible):
        return []
    return sorted(possible, key=lambda one: one.number)


def _held(words: str) -> set[str]:
    """Give the pieces that stand in some words."""
    if _disguised().search(words):
        words = f"{words} {_MARK}"
    tokens = set(_WORD.findall(words))
    beginnings = {token[:4] for token in tokens} | {token[:3] for token in tokens}
    by_beginning, anywhere = _by_beginning()
    held = {piece for piece in anywhere if piece.lstrip(EDGE) in words}
    for beginning in by_beginning.keys() & beginnings:
        held.update(piece for piece in by_beginning[beginning] if piece[1:] in words)
    return held


_WORD: Final = re.compile(r"\w+")
_FIRST_WORD: Final = re.compile(rf"{EDGE}(\w{{3,4}}|\w+(?= ))")


@cache
def _by_beginning() -> tuple[dict[str, list[str]], list[str]]:
    """Give the pieces by the first letters of a word, and those that may begin anywhere."""
    known: dict[str, list[str]] = {}
    anywhere = []
    for piece in frozenset().union(*(pieces for one in _watched() for pieces in one.needs)):
        if (word := _FIRST_WORD.match(piece)) is not None:
            known.setdefault(word[1], []).append(piece)
        else:
            anywhere.append(piece)
    return known, anywhere


@cache
def _by_piece() -> dict[str, list[_Watched]]:
    """Give the patterns by the rarest pieces that they need."""
    found: dict[str, list[_Watched]] = {}
    for one in _watched():
        for piece in one.needs[0] if one.needs else ():
            found.setdefault(piece, []).append(one)
    return found


@cache
def _always() -> tuple[_Watched, ...]:
    return tuple(one for one in _watched() if not one.needs)


# --- the same words, however they were typed -------------------------------------------------

_APOSTROPHES: Final = re.compile("['`´‘’ʼ′＇]")
_QUOTES: Final = re.compile("[“”„«»]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_THREE_LETTERS: Final = re.compile(r"([a-z])\1{2,}")
_SPELT_OUT: Final = re.compile(r"\b(?:[a-z][ .-]){3,}[a-z]\b")

_NOT: Final = {
    "cannot": "cant",
    "can not": "cant",
    "can t": "cant",
    "do not": "dont",
    "dnt": "dont",
    "don t": "dont",
    "does not": "doesnt",
    "did not": "didnt",
    "could not": "couldnt",
    "couldn t": "couldnt",
    "would not": "wouldnt",
    "should not": "shouldnt",
    "will not": "wont",
    "is not": "isnt",
    "was not": "wasnt",
    "were not": "werent",
    "have not": "havent",
    "has not": "hasnt",
}
"""Made short before the others: "I have not" is "I havent" and never "Ive not"."""
_SHORT: Final = {
    "i am": "im",
    "i m": "im",
    "i have": "ive",
    "i ve": "ive",
    "i would": "id",
    "i d": "id",
    "i had": "id",
    "i will": "ill",
    "what is": "whats",
    "there is": "theres",
    "any more": "anymore",
    "any longer": "anymore",
    "gonna": "going to",
    "gunna": "going to",
    "going too": "going to",
    "wanna": "want to",
    "wana": "want to",
    "my self": "myself",
    "mysef": "myself",
    "myslef": "myself",
    "meself": "myself",
    "some one": "someone",
    "no-one": "no one",
    "for ever": "forever",
}
_SAME_WORDS: Final = tuple(
    (re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"), words) for words in (_NOT, _SHORT)
)


def plain(text: str) -> str:
    """Give a text in small letters and short forms, without accents and empty lines."""
    same = unicodedata.normalize("NFKD", text.upper()).casefold()
    same = _MARKS.sub("", _INVISIBLE.sub("", same))
    same = _QUOTES.sub('"', _APOSTROPHES.sub("", same))
    lines = (" ".join(line.split()) for line in same.split("\n"))
    same = _THREE_LETTERS.sub(r"\1", "\n".join(line for line in lines if line))
    same = _SPELT_OUT.sub(lambda found: re.sub("[ .-]", "", found[0]), same)
    for pattern, words in _SAME_WORDS:
        same = pattern.sub(partial(_short, words), same)
    return same


def _short(words: dict[str, str], found: re.Match[str]) -> str:
    return words[found[0]]


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
_MARK: Final = f"<{_DISGUISED}>"
"""Put behind the words that hold it, and so itself a piece that can be looked for."""


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
        _Watched(number, _compiled(id_, pattern), _needs(pattern), told, idiom)
        for number, (id_, pattern, told, idiom) in enumerate(rows)
    )


def _compiled(entry: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(_with_pieces(pattern, _pieces()))
    except re.error as wrong:
        raise WrongKnowledge(FILE, entry, f"{pattern!r}: {wrong}") from wrong


def _needs(pattern: str) -> tuple[frozenset[str], ...]:
    """Give its sets of pieces, the rarest first, as far as they are not in every sentence.

    They go without the blanks around them, because an idiom that is taken out leaves blanks.
    """
    marked = _with_pieces(pattern, _pieces() | {_DISGUISED: f"(?:{_MARK})+"})
    bare = {frozenset(map(_without_blanks, pieces)) for pieces in all_needed(marked)}
    telling = [pieces for pieces in bare if all(map(_tells, pieces))]
    return tuple(sorted(telling, key=lambda pieces: (-min(map(len, pieces)), sorted(pieces))))


def _without_blanks(piece: str) -> str:
    letters = piece.lstrip(EDGE)
    begins = piece != letters or letters.startswith(" ")
    return f"{EDGE if begins else ''}{letters.strip()}"


def _tells(piece: str) -> bool:
    letters = piece.lstrip(EDGE)
    return len(letters) > 2 or not (letters.isalpha() and letters.isascii())


def _with_pieces(pattern: str, pieces: dict[str, str]) -> str:
    for name, piece in pieces.items():
        pattern = pattern.replace(f"<{name}>", piece)
    return pattern
