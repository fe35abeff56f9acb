"""An account laid out for the trained model: as much of it at once as the model can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.reading.splitting import Page, Span
from bot.coaching.reading.wordpiece import Pieces

MOST_PIECES: Final = 200
"""Pieces judged in one window. Its attention costs their square, so an account of any length
costs in proportion to its length."""
BEFORE: Final = 48
"""Pieces of what stands before, only to understand by: "He asked for an example. I had none." """
AFTER: Final = 36


@dataclass(frozen=True, slots=True)
class Place:
    """One clause of one sentence, and where its pieces stand in the window."""

    clause: Span
    first: int
    past: int


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of the account for one run: the pieces, and the sentences in it that are judged."""

    pieces: tuple[int, ...]
    sentences: tuple[tuple[int, tuple[Place, ...]], ...]
    """The number of each sentence in the page, and its clauses."""


def windows(page: Page, pieces: Pieces) -> Iterator[Window]:
    """Lay out a page. Every sentence is judged in exactly one window."""
    cut = [
        tuple((clause, pieces.of(page.text[clause.start : clause.end])) for clause in one.clauses)
        for one in page.sentences
    ]
    plain = [[number for _, numbers in sentence for number in numbers] for sentence in cut]
    start = 0
    while start < len(cut):
        end, judged = start, 0
        while end < len(cut) and (end == start or judged + len(plain[end]) <= MOST_PIECES):
            judged += min(len(plain[end]), MOST_PIECES)
            end += 1
        line = [pieces.start, *_before(plain, start)]
        # Laying a sentence out makes the line longer, so this goes from left to right.
        sentences = [(number, tuple(_laid(cut[number], line))) for number in range(start, end)]
        line += [*_after(plain, end), pieces.end]
        yield Window(tuple(line), tuple(sentences))
        start = end


def _laid(clauses: Sequence[tuple[Span, list[int]]], line: list[int]) -> Iterator[Place]:
    room = MOST_PIECES
    for clause, numbers in clauses:
        kept = numbers[:room]
        if kept:
            yield Place(clause, len(line), len(line) + len(kept))
            line += kept
            room -= len(kept)


def _before(plain: Sequence[Sequence[int]], start: int) -> list[int]:
    found: list[int] = []
    for sentence in reversed(plain[:start]):
        if len(found) >= BEFORE:
            break
        found = [*sentence, *found]
    return found[-BEFORE:]


def _after(plain: Sequence[Sequence[int]], end: int) -> list[int]:
    found: list[int] = []
    for sentence in plain[end:]:
        if len(found) >= AFTER:
            break
        found += sentence
    return found[:AFTER]
