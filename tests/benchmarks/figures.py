"""Figures over many tries: medians with their spread, plain tables, and the page they go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """One figure measured in several rounds: the median of the rounds, the least and the most."""

    middle: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{number(self.middle)} ({number(self.least)} to {number(self.most)})"


def spread(rounds: Sequence[float]) -> Spread:
    """Give the spread of one figure over its rounds."""
    return Spread(median(rounds), min(rounds), max(rounds))


def percentile(values: Sequence[float], percent: float) -> float:
    """Give the value that so many percent of the values do not exceed: a measured one."""
    place = ceil(len(values) * percent / 100)
    return sorted(values)[max(place, 1) - 1]


def number(value: float) -> str:
    """Give a figure with three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a plain table: the first column to the left, the figures to the right."""
    whole = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[place]) for row in whole) for place in range(len(head))]
    lines = []
    for row in whole:
        first, *rest = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join((first, *rest)).rstrip())
    return "\n".join(lines)


def title(text: str) -> None:
    """Begin a part of the page."""
    put(f"\n{text}\n")


def put(text: str) -> None:
    """Write on the page."""
    print(text, flush=True)  # noqa: T201
