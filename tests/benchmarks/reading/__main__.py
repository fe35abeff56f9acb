"""Scores the reader on labelled accounts and sentences; ends with 1 when a bar is missed.

The bands were set on the accounts in `seen*.jsonl`. Those in `unseen/` were kept back: hands whose
other work is not in the corpus wrote them, and they are looked at only to measure.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.coaching.reading import Strength, read
from bot.platforms.terminal.reading import read_many
from tests.benchmarks.figures import put, table, title
from tests.benchmarks.reading.measure import (
    LISTS,
    Account,
    Read,
    counted,
    interval,
    skills_found,
)

HERE: Final = Path(__file__).parent
TYPICAL: Final = 20
"""Errors printed."""

Pairs = Sequence[tuple[Account, Read]]
Figure = Callable[[Pairs], float]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure that has to be reached, or not to be passed."""

    name: str
    figure: Figure
    least: float = 0.0
    most: float = float("inf")


def _f1(name: str) -> Figure:
    return lambda pairs: counted(pairs, name).f1


def _stated(pairs: Pairs) -> float:
    count = counted(pairs, "mistakes")
    return _part(count.stated_right, count.stated)


def _first(pairs: Pairs) -> float:
    count = counted(pairs, "mistakes")
    return _part(count.first_right, count.first)


def _stated_share(pairs: Pairs) -> float:
    count = counted(pairs, "mistakes")
    return _part(count.stated, count.right.total() + count.wrong.total())


def _traps(pairs: Pairs) -> float:
    counts = [counted(pairs, name) for name in LISTS]
    return _part(sum(one.traps_hit for one in counts), sum(one.traps for one in counts))


def _clean(pairs: Pairs) -> float:
    return counted(pairs, "mistakes").nothing_there_but_found


def _verbatim(pairs: Pairs) -> float:
    counts = [counted(pairs, name) for name in LISTS]
    return _part(sum(one.verbatim for one in counts), sum(one.quotes for one in counts))


def _in_place(pairs: Pairs) -> float:
    counts = [counted(pairs, name) for name in LISTS]
    return _part(sum(one.in_place for one in counts), sum(one.right.total() for one in counts))


def _skills(pairs: Pairs) -> float:
    return _part(*skills_found(pairs))


def _part(some: int, whole: int) -> float:
    return some / whole if whole else 1.0


BARS: Final = (
    Bar("accounts without a mistake that get one", _clean, most=1),
    Bar("traps hit", _traps, most=0.12),
    Bar("stated mistakes that are right", _stated, least=0.90),
    Bar("first three mistakes that are right", _first, least=0.85),
    Bar("mistakes that are stated", _stated_share, least=0.5),
    Bar("mistakes, F1", _f1("mistakes"), least=0.78),
    Bar("not your fault, F1", _f1("not_your_fault"), least=0.80),
    Bar("strengths, F1", _f1("strengths"), least=0.72),
    Bar("missing skills found", _skills, least=0.7),
    Bar("quotes verbatim", _verbatim, least=1.0),
    Bar("quotes in the right place", _in_place, least=0.85),
)
PLAIN_BARS: Final = (
    Bar("accounts without a mistake that get one", _clean, most=2),
    Bar("mistakes, F1", _f1("mistakes"), least=0.70),
)


def main() -> int:
    """Measure, print, and say whether the bars are met."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reading", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every error, not twenty")
    most = None if parser.parse_args().errors else TYPICAL
    began = time.perf_counter()
    seen = _read(_accounts(HERE / "seen.jsonl"))
    plain = _read(_accounts(HERE / "seen_plain.jsonl"))
    unseen = _read(
        [one for file in sorted((HERE / "unseen").glob("*.jsonl")) for one in _accounts(file)]
    )
    met = _bars("80 accounts on which the bands were set", seen, BARS)
    met &= _bars("30 plain ones, among those on which the bands were set", plain, PLAIN_BARS)
    met &= _bars(f"{len(unseen)} accounts kept back", unseen, BARS[1:])
    title("By hand, of the accounts kept back: F1")
    by_hand: dict[str, list[tuple[Account, Read]]] = defaultdict(list)
    for account, found in unseen:
        by_hand[str(account["id"]).split(":")[0]].append((account, found))
    put(table(
        ("hand", "accounts", *LISTS),
        [
            (hand, str(len(own)), *(f"{counted(own, name).f1:.2f}" for name in LISTS))
            for hand, own in sorted(by_hand.items())
        ],
    ))  # fmt: skip
    _by_id([*seen, *plain, *unseen])
    _sentences()
    title("Errors in the accounts on which the bands were set")
    for kind, where, id_, words in counted(seen, "mistakes").errors[:most]:
        put(f"{kind:6}  {where}  {id_}: {words}")
    put(f"\n{time.perf_counter() - began:.0f} s")
    return 0 if met else 1


def _accounts(file: Path) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        {"id": f"{file.stem}:{number}", **row, "text": row.get("account") or row["text"]}
        for number, row in enumerate(rows, 1)
        if "account" in row or "mistakes" in row
    ]


def _read(accounts: Sequence[dict[str, Any]]) -> list[tuple[Account, Read]]:
    return [
        (one, json.loads(read_many(json.dumps(one), number)))
        for number, one in enumerate(accounts, 1)
    ]


def _bars(name: str, pairs: Pairs, bars: Sequence[Bar]) -> bool:
    title(f"{name}: with no question asked")
    rows = []
    met = True
    for bar in bars:
        figure = bar.figure(pairs)
        low, high = interval(pairs, bar.figure, 200)
        good = bar.least <= figure <= bar.most
        met &= good
        wanted = f"{bar.least:g} or more" if bar.least else f"{bar.most:g} or less"
        rows.append(
            (
                bar.name,
                f"{figure:.3g}",
                f"{low:.3g} to {high:.3g}",
                wanted,
                "" if good else "missed",
            )
        )
    put(table(("", "figure", "95 in 100", "bar", ""), rows))
    return met


def _by_id(pairs: Pairs) -> None:
    title("By id, over all of them")
    rows = []
    for name in LISTS:
        count = counted(pairs, name)
        for id_ in sorted({*count.right, *count.wrong, *count.missed}):
            row = (count.right[id_], count.wrong[id_], count.missed[id_])
            rows.append((id_, *(str(one) for one in row)))
    put(table(("id", "right", "wrong", "missed"), rows))


def _sentences() -> None:
    """Show single sentences of hands that were kept back, by how directly they say it."""
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for line in _lines():
        text = f"{line['before']} {line['text']}" if line.get("before") else line["text"]
        signs = {sign.id: sign for sign in read(text).signs}
        if line.get("near") or not line["labels"]:
            kind = f"looks like it: {line['stance']}" if line.get("near") else "neutral"
            whole[kind] += 1
            near = [signs.get(line["near"])] if line.get("near") else list(signs.values())
            found[kind] += any(one and one.strength is not Strength.SUGGESTED for one in near)
            asked[kind] += any(near)
        for id_ in line["labels"]:
            kind = str(line.get("how"))
            whole[kind] += 1
            found[kind] += id_ in signs and signs[id_].strength is not Strength.SUGGESTED
            asked[kind] += id_ in signs
    title("Single sentences of hands kept back: shown, and at least asked about")
    put(table(
        ("said", "sentences", "shown", "asked"),
        [
            (kind, str(all_), f"{found[kind] / all_:.0%}", f"{asked[kind] / all_:.0%}")
            for kind, all_ in sorted(whole.items())
        ],
    ))  # fmt: skip


def _lines() -> Iterator[dict[str, Any]]:
    for file in sorted((HERE / "unseen").glob("h*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "labels" in row:
                yield row


if __name__ == "__main__":
    sys.exit(main())
