"""Instants: aware datetimes in the program, whole milliseconds since 1970 in the tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from bot.store.errors import NaiveTime

_START: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)


def milliseconds(moment: datetime) -> int:
    """Give the whole milliseconds since 1970.

    Raises:
        NaiveTime: the time has no zone.
    """
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveTime(moment)
    return (moment - _START) // _MILLISECOND


def instant(moment: datetime) -> datetime:
    """Give the same instant as the store will give it back: in UTC, to the millisecond.

    Raises:
        NaiveTime: the time has no zone.
    """
    return _START + milliseconds(moment) * _MILLISECOND


def iso(moment: datetime | None) -> str | None:
    """Give an instant as it stands in JSON: ISO 8601 with offset."""
    return None if moment is None else moment.isoformat(timespec="milliseconds")


class Moment(TypeDecorator[datetime]):
    """A column of instants; a time without a zone is refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Give what is stored."""
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Give back what was stored."""
        return None if value is None else _START + value * _MILLISECOND
