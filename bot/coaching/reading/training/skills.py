"""Teaches the trained network the names of missing skills: `... training.skills [--without a06]`.

The network stays as it is. One line through the numbers that it gives for a piece tells whether the
piece belongs to the name of a skill that somebody lacks ("never used **Kubernetes**"). Takes a
minute, and numpy alone.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np

from bot.coaching.reading.encoder import Encoder
from bot.coaching.reading.splitting import page
from bot.coaching.reading.training.check import Account, Line
from bot.coaching.reading.training.examples import WEIGHTS, Corpus, corpus_files, load
from bot.coaching.reading.training.pack import add_skills
from bot.coaching.reading.windows import windows
from bot.coaching.reading.wordpiece import Pieces

Rows = np.ndarray[Any, np.dtype[np.float32]]

_OTHERS: Final = 1_500
"""Sentences without a missing skill to tell it from, beside the rest of those that have one."""
_STEPS: Final = 400
_HELD: Final = 1e-3
"""How strongly the line is held short, against learning single names by heart."""


def texts(corpus: Corpus, chance: Random) -> Iterator[tuple[str, Sequence[str]]]:
    """Give texts, each with the names of the skills that are missing in it."""
    lines: list[Line] = [one for own in corpus.lines.values() for one in own]
    for line in lines:
        if line.skills:
            yield f"{line.before} {line.text}".strip(), line.skills
    others = [one for one in lines if not one.skills and "skill_gap" not in one.labels]
    for line in chance.sample(others, min(_OTHERS, len(others))):
        yield line.text, ()
    accounts: list[Account] = corpus.accounts
    for account in accounts:
        if account.skill_gaps:
            yield account.account, account.skill_gaps


def _rows(
    text: str, names: Sequence[str], pieces: Pieces, encoder: Encoder
) -> Iterator[tuple[Rows, Rows]]:
    marked = [
        match.span()
        for name in names
        for match in re.finditer(re.escape(name), text, re.IGNORECASE)
    ]
    for window in windows(page(text), pieces):
        states = encoder.states(window.pieces)
        for _, places in window.sentences:
            for place in places:
                clause = text[place.clause.start : place.clause.end]
                wanted: list[float] = []
                for first, past, numbers in pieces.words(clause):
                    start, end = place.clause.start + first, place.clause.start + past
                    inside = any(begin <= start and end <= stop for begin, stop in marked)
                    wanted += [float(inside)] * len(numbers)
                length = place.past - place.first
                yield states[place.first : place.past], np.array(wanted[:length], np.float32)


def line_through(states: Rows, wanted: Rows) -> tuple[Rows, float]:
    """Fit the line by steepest descent with momentum; gives its weights and where it begins."""
    weight = np.zeros(states.shape[1], np.float32)
    bias = np.float32(-3)
    pull, push = np.zeros_like(weight), np.float32(0)
    # Names are one piece in fifty: each counts so much more that they are not drowned.
    counts = np.where(wanted > 0, 4.0, 1.0).astype(np.float32)
    counts /= counts.sum()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(states @ weight + bias, -30, 30)))
        off = (chance - wanted) * counts
        pull = 0.9 * pull + states.T @ off + _HELD * weight
        push = 0.9 * push + off.sum()
        weight = weight - np.float32(1.0) * pull
        bias = bias - np.float32(1.0) * push
    return weight, float(bias)


def main() -> None:
    """Learn the names and put them into the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], help="hands to leave out")
    parser.add_argument("--weights", type=Path, default=WEIGHTS / "weights.npz")
    given = parser.parse_args()
    pieces = Pieces((WEIGHTS / "words.txt").read_text(encoding="utf-8").splitlines())
    with given.weights.open("rb") as kept:
        encoder = Encoder(kept)
    corpus = load(corpus_files(given.without))
    found = [
        pair
        for text, names in texts(corpus, Random(1))
        for pair in _rows(text, names, pieces, encoder)
    ]
    weight, bias = line_through(
        np.concatenate([states for states, _ in found]), np.concatenate([one for _, one in found])
    )
    add_skills(given.weights, weight, bias)


if __name__ == "__main__":
    main()
