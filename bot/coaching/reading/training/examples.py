"""The corpus as the network learns from it: pieces in a row, and what each sentence shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final, get_args

import numpy as np
import numpy.typing as npt

from bot.coaching import knowledge
from bot.coaching.reading.splitting import page
from bot.coaching.reading.training.check import CORPUS, Account, Line, Place, Stance
from bot.coaching.reading.windows import MOST_PIECES, windows
from bot.coaching.reading.wordpiece import Pieces

IDS: Final = (*knowledge.mistakes(), *knowledge.factors(), *knowledge.strengths())
"""The ids in the order of the network's outputs."""
STANCES: Final[tuple[str, ...]] = get_args(Stance)
NO_STANCE: Final = -1

WEIGHTS: Final = Path(__file__).parent.parent / "weights"
"""Where the product keeps what is trained here."""

_PLACE: Final = {id_: at for at, id_ in enumerate(IDS)}
_HINTED: Final = 0.7
"""What a coach would ask about first counts as shown by so much."""
_ELSEWHERE_IN_ACCOUNT: Final = 0.25
"""An id is labelled once an account, at its best place. Whether another sentence shows it too is
not known, so that what is learned there of this id counts little."""
_TOUCHED: Final = 0.3
_TOUCH: Final = 12
"""Characters of a label in a sentence from which on the sentence may show it as well."""
_LONGEST_ROW: Final = 300
_TWO_IN_ONE: Final = 0.08
"""How often two sentences are judged as one: some people write without full stops."""

Row = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Target:
    """What one sentence shows: a number for each id."""

    shown: Row
    counts: Row
    """How much each of these is to be believed, 0 to 1."""
    near: Row
    stance: int


@dataclass(frozen=True, slots=True)
class Example:
    """One input of the network, and the sentences in it with what they show."""

    pieces: tuple[int, ...]
    judged: tuple[tuple[int, int], ...]
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What has been written: the lines of each hand, and whole accounts."""

    lines: dict[str, list[Line]]
    accounts: list[Account]


Change = Callable[[str], str]
"""What is done to a text before it is learned from, so that typing slips are nothing new."""


def corpus_files(left_out: Sequence[str] = ()) -> Iterator[Path]:
    """Give the files of the corpus but for those of some hands."""
    return (one for one in sorted(CORPUS.glob("*.jsonl")) if one.stem not in left_out)


def load(files: Iterable[Path]) -> Corpus:
    """Read files of the corpus."""
    corpus = Corpus({}, [])
    for file in files:
        own = corpus.lines.setdefault(file.stem, [])
        for raw in file.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(raw)
            if "account" in row:
                corpus.accounts.append(Account.model_validate(row))
            elif "hand" not in row:
                own.append(Line.model_validate(row))
    return corpus


def of_account(account: Account, pieces: Pieces, change: Change) -> Iterator[Example]:
    """Make examples of one whole account, laid out as the reader lays it out.

    The places are those in the account as it was written; only then is it changed.
    """
    cut = page(account.account)
    targets = _targets(account, [(one.start, one.end) for one in cut.sentences])
    changed = _Changed(pieces, change)
    for window in windows(cut, changed):
        yield Example(
            window.pieces,
            tuple((places[0].first, places[-1].past) for _, places in window.sentences if places),
            tuple(targets[number] for number, places in window.sentences if places),
        )


class _Changed(Pieces):
    """The same pieces, of texts that are changed first."""

    def __init__(self, pieces: Pieces, change: Change) -> None:
        self._pieces = pieces
        self._change = change
        self.start = pieces.start
        self.end = pieces.end

    def of(self, text: str) -> list[int]:
        return self._pieces.of(self._change(text))


def of_lines(
    lines: Sequence[Line], pieces: Pieces, change: Callable[[], Change], chance: Random
) -> Iterator[Example]:
    """Make examples of the lines of one hand, one to six in a row, as if they were an account."""
    order = list(lines)
    chance.shuffle(order)
    at = 0
    while at < len(order):
        some = order[at : at + chance.choice((1, 1, 2, 3, 4, 5, 6))]
        at += len(some)
        example = _in_a_row(some, pieces, change(), chance)
        if example.judged:
            yield example


def _in_a_row(lines: Iterable[Line], pieces: Pieces, change: Change, chance: Random) -> Example:
    row = [pieces.start]
    judged: list[tuple[int, int]] = []
    targets: list[Target] = []
    for line in lines:
        if line.before:
            row += pieces.of(change(line.before))[-60:]
        own = pieces.of(change(line.text))[:MOST_PIECES]
        if not own:
            continue
        target = _target(line)
        if judged and not line.before and chance.random() < _TWO_IN_ONE:
            judged[-1] = (judged[-1][0], len(row) + len(own))
            targets[-1] = _both(targets[-1], target)
        else:
            judged.append((len(row), len(row) + len(own)))
            targets.append(target)
        row += own
        if len(row) > _LONGEST_ROW:
            break
    return Example((*row, pieces.end), tuple(judged), tuple(targets))


def _none() -> Row:
    return np.zeros(len(IDS), np.float32)


def _all() -> Row:
    return np.ones(len(IDS), np.float32)


def _target(line: Line) -> Target:
    shown, near = _none(), _none()
    for id_ in line.labels:
        shown[_PLACE[id_]] = 1
    if line.near is not None and line.near not in line.labels:
        near[_PLACE[line.near]] = 1
    stance = STANCES.index(line.stance) if line.stance and (line.labels or line.near) else NO_STANCE
    return Target(shown, _all(), near, stance)


def _both(one: Target, other: Target) -> Target:
    shown = np.maximum(one.shown, other.shown)
    near = np.maximum(one.near, other.near) * (1 - shown)
    return Target(shown, one.counts, near, NO_STANCE)


def _targets(account: Account, spans: Sequence[tuple[int, int]]) -> list[Target]:
    found = [Target(_none(), _all(), _none(), NO_STANCE) for _ in spans]
    labelled = {one.id: one for one in account.labels}
    for id_, label in labelled.items():
        at = _PLACE[id_]
        value = _HINTED if label.certainty == "hinted" else 1.0
        shared = _shared(account.account, label, spans)
        most = max(shared, default=0)
        for target, part in zip(found, shared, strict=True):
            target.counts[at] = _ELSEWHERE_IN_ACCOUNT
            if part and part == most:
                target.shown[at], target.counts[at] = value, 1
            elif part >= _TOUCH:
                target.shown[at], target.counts[at] = value, _TOUCHED
    for trap in account.traps:
        if trap.id not in labelled:
            for target, part in zip(found, _shared(account.account, trap, spans), strict=True):
                if part >= _TOUCH:
                    target.near[_PLACE[trap.id]] = 1
    return found


def _shared(text: str, place: Place, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Tell how many characters of a label stand in each sentence."""
    start = text.find(place.quote)
    end = start + len(place.quote)
    return [max(0, min(end, past) - max(start, first)) for first, past in spans]
