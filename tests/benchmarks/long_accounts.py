"""What a long account costs the one who tells it and everybody else in the same process."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.figures import number, percentile, put, spread, table, title
from tests.benchmarks.house import Place
from tests.benchmarks.rows import HEAD, Measured
from tests.benchmarks.work import Turn, Worker

_LENGTHS: Final = {150: 10, 2_000: 5, 59_900: 2}
"""How many characters, and how many such accounts in a round."""
_WHATS: Final = ("taken", "read", "after")


@dataclass(frozen=True, slots=True)
class Slowest:
    """The slowest acknowledgement of one kind, in milliseconds."""

    of: str
    took: float


def measured(place: Place, rounds: int) -> list[Slowest]:
    """Measure and print; gives what may be held against a bar."""
    title("Another person's turns beside one person's long account (synchronous OFF)")
    _, other = _rounds(place, rounds, 0, "read", 3)
    rows = [["no account", "-", "-", *other.row()[2:-1]]]
    slowest: list[Slowest] = []
    for length, accounts in _LENGTHS.items():
        for what in _WHATS:
            told, other = _rounds(place, rounds, length, what, accounts)
            name = f"{length:,} characters, {what}"
            kept = [turn.kept for turn in told]
            whole = [turn.whole for turn in told]
            rows.append([name, str(spread(kept)), str(spread(whole)), *other.row()[2:-1]])
            slowest.append(Slowest(f"{name}: the teller's", max(kept)))
            slowest.append(Slowest(f"{name}: another's", percentile(other.kept, 99)))
    put(table(("milliseconds", "teller: kept", "whole", *HEAD[2:-1]), rows))
    put(
        "Taken: the account itself is the answer. Read: “that's all” is, and the account is read\n"
        "beside the event loop. After: the next answer. The turns are those of another person in\n"
        "that time, in one process with the teller."
    )
    return slowest


def put_against(bar: float, slowest: Sequence[Slowest]) -> None:
    """Hold the acknowledgements against the bar; told, and not what decides how the run ends."""
    title("Beside the bar: acknowledgements around long accounts, which do not decide the run")
    rows = [[one.of, number(one.took), "within" if one.took < bar else "OVER"] for one in slowest]
    put(table(("milliseconds", "slowest", f"the bar of {bar:.0f}"), rows))


def _rounds(
    place: Place, rounds: int, length: int, what: str, accounts: int
) -> tuple[list[Turn], Measured]:
    """Give the teller's turns, and what was measured of the other person in the same time."""
    told: list[Turn] = []
    other = Measured("", 2)
    arguments = (str(place.folder), str(length), what)
    with Worker(Path(sys.executable), "beside", *arguments) as worker:
        for _ in range(rounds):
            meanwhile: list[Turn] = []
            for _ in range(accounts):
                first, *rest = worker.round(1)
                told.append(first)
                meanwhile += rest
            other.rounds.append(meanwhile)
        worker.end()
    return told, other
