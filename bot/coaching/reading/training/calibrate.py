"""Sets what the reader's numbers mean: `python -m bot.coaching.reading.training.calibrate FILE...`.

The files hold labelled accounts that the network was not trained on. A logit becomes a chance by a
straight line, one for each of the three lists, and from the chances follow the bands: from where
on the reader asks, shows a maybe, and states.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.coaching.reading.learned import (
    SHORTEST_ACCOUNT,
    Band,
    Kind,
    Scale,
    Sheet,
    chance_of,
    judge,
    kind_of,
)
from bot.coaching.reading.splitting import page
from bot.coaching.reading.training.examples import IDS, WEIGHTS

ENGINE: Final = "reader-1"

_LISTS: Final = ("mistakes", "not_your_fault", "strengths")
_UNSEEN: Final = -6.5
"""The logit of what was not worth looking at."""
_PRECISE: Final = 0.92
"""Of what is stated so many are right, on these accounts."""
_FEWEST: Final = 12
"""A precision of fewer cases than that says little."""
_ASKED: Final[Mapping[Kind, float]] = {"mistake": 0.08, "factor": 0.2, "strength": 0.15}
"""From which chance on something is worth a question: a wrong one costs a tired person a turn."""
_HELD: Final = 6.0
"""How strongly the leaning of one id is held to none: a prior worth so many cases."""


@dataclass(frozen=True, slots=True)
class Case:
    """One id in one account."""

    id: str
    logit: float
    sentences: int
    shown: bool
    hinted: bool


def cases(rows: Iterable[dict[str, Any]]) -> list[Case]:
    """Read labelled accounts and give each id in each of them."""
    found = []
    for row in rows:
        cut = page(row.get("account") or row["text"])
        best = judge(cut).best
        labels = {one["id"]: one.get("certainty") for name in _LISTS for one in row[name]}
        for id_ in IDS:
            logit = best[id_].logit if id_ in best else _UNSEEN
            hinted = labels.get(id_) == "hinted"
            found.append(Case(id_, logit, len(cut.sentences), id_ in labels, hinted))
    return found


def scale(of_kind: Sequence[Case]) -> Scale:
    """Fit the line that turns logits into chances, by Newton's method."""
    counted = [one for one in of_kind if not one.hinted]
    given = np.array(
        [[one.logit, 1.0, math.log(max(SHORTEST_ACCOUNT, one.sentences))] for one in counted]
    )
    wanted = np.array([float(one.shown) for one in counted])
    line = np.array([1.0, 0.0, 0.0])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(given @ line)))
        slope = given.T @ (wanted - chance) - 0.1 * line * np.array([0, 0, 1])
        bend = (given * (chance * (1 - chance))[:, None]).T @ given + 1e-6 * np.eye(3)
        line = line + np.linalg.solve(bend, slope)
    return Scale(slope=round(line[0], 4), base=round(line[1], 4), length=round(line[2], 4))


def leaning(of_id: Sequence[Case], sheet: Sheet) -> float:
    """Tell how much an id has to be moved so that as many are expected as there are."""
    counted = [one for one in of_id if not one.hinted]
    moved = 0.0
    for _ in range(50):
        chances = [
            1
            / (1 + math.exp(-(_logit(chance_of(sheet, one.id, one.logit, one.sentences)) + moved)))
            for one in counted
        ]
        slope = sum(one.shown - chance for one, chance in zip(counted, chances, strict=True))
        bend = sum(chance * (1 - chance) for chance in chances)
        moved += (slope - moved * _HELD / 4) / (bend + _HELD / 4)
    return round(moved, 3)


def _logit(chance: float) -> float:
    kept = min(1 - 1e-9, max(1e-9, chance))
    return math.log(kept / (1 - kept))


def band(of_kind: Sequence[Case], sheet: Sheet) -> Band:
    """Choose from which chance on something is shown as a maybe, and stated."""
    ranked = sorted(
        ((chance_of(sheet, one.id, one.logit, one.sentences), one) for one in of_kind),
        key=lambda pair: -pair[0],
    )
    all_shown = sum(one.shown and not one.hinted for one in of_kind)
    best, likely, stated = 0.0, 0.5, 0.99
    right = wrong = right_hints = 0
    for chance, one in ranked:
        right, wrong = right + one.shown, wrong + (not one.shown)
        right_hints += one.shown and one.hinted
        score = 2 * right / (2 * right + wrong + all_shown - (right - right_hints))
        if score > best:
            best, likely = score, chance
        if right + wrong >= _FEWEST and right / (right + wrong) >= _PRECISE:
            stated = chance
    return Band(
        asked=_ASKED[kind_of(of_kind[0].id)],
        likely=round(likely, 3),
        stated=round(max(stated, likely), 3),
    )


def calibrated(found: Sequence[Case]) -> Sheet:
    """Fit everything that belongs to the weights."""
    kinds: tuple[Kind, ...] = ("mistake", "factor", "strength")
    by_kind = {kind: [one for one in found if kind_of(one.id) == kind] for kind in kinds}
    none = Band(asked=0, likely=0, stated=0)
    plain = Sheet(
        engine=ENGINE,
        ids=IDS,
        scales={kind: scale(own) for kind, own in by_kind.items()},
        leanings={},
        bands=dict.fromkeys(kinds, none),
    )
    leanings = {id_: leaning([one for one in found if one.id == id_], plain) for id_ in IDS}
    leaning_sheet = plain.model_copy(update={"leanings": leanings})
    return leaning_sheet.model_copy(
        update={"bands": {kind: band(own, leaning_sheet) for kind, own in by_kind.items()}}
    )


def main() -> None:
    """Calibrate on the files given and write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    rows = [
        json.loads(line)
        for file in parser.parse_args().files
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    made = calibrated(cases(row for row in rows if "hand" not in row))
    (WEIGHTS / "sheet.json").write_text(made.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
