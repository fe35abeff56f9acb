"""A bot under measure in a process of its own, told round by round to hold conversations.

In: the number of conversations to hold, one line a round. Out, one JSON object a line: what it
found when it was ready, the milliseconds of each turn of a round, and at the end its peak memory.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TypeAlias

CHECKOUT: Final = Path(__file__).parents[2]
"""From where every process is started."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How long one turn took, in milliseconds."""

    kept: float
    """Until the answer was kept, however well this bot keeps it."""
    whole: float
    """Until the next question was there, the answer kept."""


Hold: TypeAlias = Callable[[int], Awaitable[Sequence[Turn]]]
"""Holds one conversation of ten answers, the first or a later one; gives its turns."""


def peak_megabytes() -> float:
    """Give the most memory that this process ever had resident."""
    status = Path("/proc/self/status")
    if not status.exists():
        # In bytes on macOS, in kilobytes elsewhere. On Linux it would begin with the peak of the
        # process that started this one.
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


async def serve(hold: Hold, ready: Mapping[str, object]) -> None:
    """Hold conversations as told, until nobody asks for more."""
    _put(ready)
    number = 0
    for line in sys.stdin:
        turns: list[tuple[float, float]] = []
        for _ in range(int(line)):
            turns += [(turn.kept, turn.whole) for turn in await hold(number)]
            number += 1
        _put({"turns": turns})
    _put({"peak": peak_megabytes()})


def _put(line: Mapping[str, object]) -> None:
    print(json.dumps(line), flush=True)  # noqa: T201


class Worker:
    """One bot under measure, seen from outside."""

    def __init__(self, python: Path, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [str(python), "-m", f"tests.benchmarks.{module}", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=CHECKOUT,
        )
        self.ready = self._heard()

    def round(self, conversations: int) -> list[Turn]:
        """Have it hold so many conversations; gives every turn."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{conversations}\n")
        self._process.stdin.flush()
        return [Turn(*turn) for turn in self._heard()["turns"]]

    def end(self) -> float:
        """End it; gives its peak memory in megabytes."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        peak: float = self._heard()["peak"]
        self._process.wait()
        return peak

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _heard(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended; it says why above.")
        heard: dict[str, Any] = json.loads(line)
        return heard
