"""What came of the rounds of one bot, and the rows of the tables made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.benchmarks.figures import Spread, number, percentile, spread
from tests.benchmarks.work import Turn


@dataclass(slots=True)
class Measured:
    """One bot, with so many people stored."""

    name: str
    people: int
    rounds: list[Sequence[Turn]] = field(default_factory=list)
    first: float = 0.0
    """The slowest turn of the first conversation of its process, which is in no other figure."""
    megabytes: float = 0.0
    """Of its file."""
    peak: float = 0.0
    """Of its memory, in megabytes."""

    @property
    def kept(self) -> list[float]:
        """The time of every turn until the answer was kept."""
        return [turn.kept for turns in self.rounds for turn in turns]

    @property
    def whole(self) -> list[float]:
        """The time of every turn until the next question was there."""
        return [turn.whole for turns in self.rounds for turn in turns]

    @property
    def middle_kept(self) -> Spread:
        """The half of the turns was kept faster than this, round by round."""
        return spread([percentile([turn.kept for turn in turns], 50) for turns in self.rounds])

    @property
    def middle_whole(self) -> Spread:
        """The half of the turns was over faster than this, round by round."""
        return spread([percentile([turn.whole for turn in turns], 50) for turns in self.rounds])

    def row(self) -> list[str]:
        """Give the row of the table of turns."""
        return [
            self.name,
            f"{self.people:,}",
            f"{len(self.kept):,}",
            str(self.middle_kept),
            number(percentile(self.kept, 99)),
            str(self.middle_whole),
            number(percentile(self.whole, 99)),
            number(self.first),
        ]


HEAD = (
    "milliseconds",
    "people",
    "turns",
    "kept, p50",
    "p99",
    "whole, p50",
    "p99",
    "cold, slowest",
)
