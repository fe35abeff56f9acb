"""When a helper has failed a few times, it is left alone for a while; then one try tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

FAILURES: Final = 3
"""Failures in a row after which a helper is left alone."""
REST: Final = timedelta(minutes=5)
"""For how long it is left alone."""


@dataclass(slots=True)
class Breaker:
    """Remembers how a helper did. The time is passed in, aware."""

    failures: int = 0
    _rests_until: datetime | None = None

    def closed(self, now: datetime) -> bool:
        """Tell whether the helper may be asked: it may, until it has failed too often."""
        return self._rests_until is None or now >= self._rests_until

    def worked(self) -> None:
        """Note that it answered."""
        self.failures = 0
        self._rests_until = None

    def failed(self, now: datetime) -> None:
        """Note that it did not; after a rest, one more failure is enough for another rest."""
        self.failures += 1
        if self.failures >= FAILURES:
            self._rests_until = now + REST
