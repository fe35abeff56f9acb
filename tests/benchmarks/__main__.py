"""Runs every benchmark, prints the tables, and ends with 1 when the bar is missed."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks import long_accounts, starts
from tests.benchmarks.figures import number, percentile, put, spread, table, title
from tests.benchmarks.filling import fill
from tests.benchmarks.house import Place
from tests.benchmarks.peers.installing import NotInstalled, python_with
from tests.benchmarks.rows import HEAD, Measured
from tests.benchmarks.work import Worker

BAR = 20.0
"""Milliseconds in which 99 of 100 answers are acknowledged, apart from the disk's commit."""
GROWTH = 1.5
"""The half of the answers may take so many times as long with many people: room for noise."""

OFF, FULL = "Debrief, synchronous OFF", "Debrief, synchronous FULL"
PICKLE = "python-telegram-bot, pickle"
MEMORY = "aiogram, memory only"
PEERS = {PICKLE: "python_telegram_bot", MEMORY: "aiogram_fsm"}


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    people: int
    rounds: int
    conversations: int
    """In a round, for whoever answers in milliseconds."""
    slow_rounds: int
    """Rounds of one conversation for a bot that takes a second a turn."""


WHOLE = Size(people=100_000, rounds=8, conversations=5, slow_rounds=3)
QUICK = Size(people=2_000, rounds=3, conversations=3, slow_rounds=3)


def main() -> int:
    """Measure, print, and say whether the bar is met."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="2,000 people, about a minute")
    size = QUICK if parser.parse_args().quick else WHOLE
    begun = time.perf_counter()
    put(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}. Milliseconds unless "
        "said otherwise; p50: the median of the rounds (least to most); p99: of all turns."
    )
    with tempfile.TemporaryDirectory(prefix="bench") as scratch:
        places = _places(Path(scratch), size)
        _start_up(places, size)
        measured = _turns(places, size, _cache(Path(scratch)))
        slowest = long_accounts.measured(places[OFF, 1], size.slow_rounds)
    met = _bar(measured)
    long_accounts.put_against(BAR, slowest)
    put(f"\nTook {time.perf_counter() - begun:.0f} seconds.")
    return 0 if met else 1


def _places(scratch: Path, size: Size) -> dict[tuple[str, int], Place]:
    """Make the databases: one person and many, each twice, so that nobody writes to another's."""
    places: dict[tuple[str, int], Place] = {}
    for people in (1, size.people):
        place = places[OFF, people] = Place(scratch / f"off-{people}")
        begun = time.perf_counter()
        asyncio.run(fill(place, people))
        took = time.perf_counter() - begun
        put(f"Filled with {_people(people)} in {took:.0f} s: {_megabytes(place)} MB on disk.")
        places[FULL, people] = Place(scratch / f"full-{people}")
        shutil.copytree(place.folder, places[FULL, people].folder)
    return places


def _megabytes(place: Place) -> str:
    return number(place.file.stat().st_size / 1_000_000)


def _start_up(places: dict[tuple[str, int], Place], size: Size) -> None:
    title("From the start of the process to the first question")
    tries: dict[str, Callable[[int], float]] = {
        "python -c pass": lambda _: starts.ran("-c", "pass"),
        "debrief --help, to its end": lambda _: starts.ran("-m", "bot", "--help"),
        "debrief chat --json, first run: key, tables": lambda _: starts.asked_at_first(),
    }
    for people in (1, size.people):
        tries[f"debrief chat --json, {_people(people)} stored"] = partial(
            _asked, places[FULL, people]
        )
    took: dict[str, list[float]] = {name: [] for name in tries}
    for round_ in range(size.rounds + 1):
        for name, run in tries.items():
            took[name].append(run(round_))
    bare = spread(took["python -c pass"][1:]).middle
    rows = []
    for name, all_ in took.items():
        # The first one of each also compiles and fills the disk's cache.
        several = spread(all_[1:])
        rows.append([name, str(several), f"{several.middle / bare:.1f}", number(all_[0])])
    put(table(("milliseconds", "p50", "times python -c pass", "the very first"), rows))


def _asked(place: Place, round_: int) -> float:
    return starts.asked(place, f"starting {round_}")


def _turns(places: dict[tuple[str, int], Place], size: Size, cache: Path) -> list[Measured]:
    title("A turn in the same conversation of ten answers")
    here = Path(sys.executable)
    missing: list[str] = []
    with ExitStack() as running:
        workers: list[tuple[Measured, Worker]] = []

        def begin(name: str, people: int, python: Path, module: str, *rest: str) -> None:
            worker = running.enter_context(Worker(python, module, *rest))
            measured = Measured(name, people, megabytes=worker.ready["megabytes"])
            # What is loaded at the first answers is a figure of its own.
            measured.first = max(turn.whole for turn in worker.round(1))
            workers.append((measured, worker))

        for people in (1, size.people):
            for name, how in ((OFF, "fast"), (FULL, "durable")):
                folder = str(places[name, people].folder)
                begin(name, people, here, "turns", folder, str(people), how)
        for name, peer in PEERS.items():
            try:
                python = python_with(peer, cache)
                for people in (1, size.people):
                    begin(name, people, python, f"peers.{peer}", str(people))
            except NotInstalled as wrong:
                missing.append(f"{name}: cannot be installed here, not measured ({wrong}).")
        for round_ in range(size.rounds):
            for measured, worker in workers:
                slow = measured.name == PICKLE and measured.people > 1
                if slow and round_ >= size.slow_rounds:
                    continue
                measured.rounds.append(worker.round(1 if slow else size.conversations))
        for measured, worker in workers:
            measured.peak = worker.end()
    several = [measured for measured, _ in workers]
    put(table(HEAD, [one.row() for one in several]))
    for line in (*missing, *_NOT_THE_SAME):
        put(line)
    _against(several)
    title("Memory and disk, in megabytes, after the conversations")
    put(
        table(
            ("megabytes", "people", "peak memory", "file before them"),
            [
                [one.name, f"{one.people:,}", number(one.peak), number(one.megabytes)]
                for one in several
            ],
        )
    )
    return several


_NOT_THE_SAME = (
    "Kept: the answer is committed. Whole: the next question is there as well, with all that was",
    "looked up for it. Cold: the slowest turn of the first conversation of a process.",
    "Not the same work: Debrief seals every answer, notes the event so that a second delivery does",
    "nothing, and reads the account; it sends nothing. python-telegram-bot builds a message and",
    "reads an answer given on the spot, seals nothing, and keeps by writing the whole file of all",
    "people, without waiting for the disk: beside synchronous OFF. aiogram does the same and keeps",
    "nothing: a restart loses every conversation.",
)


def _against(several: Sequence[Measured]) -> None:
    rows = []
    for one in several:
        if one.name in PEERS:
            row = [one.name, f"{one.people:,}"]
            for name in (OFF, FULL):
                ours = _of(several, name, one.people)
                row.append(f"{one.middle_whole.middle / ours.middle_whole.middle:.2f}")
            rows.append(row)
    if rows:
        title("The whole turn of a peer against Debrief's (p50; above 1: the peer takes longer)")
        put(table(("times", "people", OFF, FULL), rows))
    title("The whole turn with many people against that with one (p50)")
    for many in several:
        if many.people > 1:
            few = _of(several, many.name, 1)
            grown = many.middle_whole.middle / few.middle_whole.middle
            put(f"{many.name}: {grown:,.2f} times as long with {_people(many.people)}.")


def _bar(several: Sequence[Measured]) -> bool:
    title("The bar")
    few, many = sorted((one for one in several if one.name == OFF), key=lambda one: one.people)
    held: list[bool] = []
    for one in (few, many):
        slowest = percentile(one.kept, 99)
        held.append(slowest < BAR)
        put(
            f"{_passed(held[-1])}: acknowledged in {number(slowest)} ms with "
            f"{_people(one.people)} stored (p99, synchronous OFF); the bar is {BAR:.0f} ms."
        )
    grown = many.middle_kept.middle / few.middle_kept.middle
    held.append(grown <= GROWTH)
    put(
        f"{_passed(held[-1])}: with {many.people:,} people {grown:.2f} times as long as with one "
        f"(p50); the bar is {GROWTH:.1f} times."
    )
    return all(held)


def _of(several: Sequence[Measured], name: str, people: int) -> Measured:
    return next(one for one in several if one.name == name and one.people == people)


def _passed(held: bool) -> str:
    return "PASS" if held else "FAIL"


def _people(number: int) -> str:
    return "one person" if number == 1 else f"{number:,} people"


def _cache(scratch: Path) -> Path:
    """Give where the peers' environments are kept: between runs only where the caller says so."""
    return Path(os.environ.get("DEBRIEF_BENCH_CACHE") or scratch / "peers")


if __name__ == "__main__":
    sys.exit(main())
