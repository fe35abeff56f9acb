"""SQLite in a thread of its own, with one trip to that thread a statement.

aiosqlite makes four: for the cursor, the statement, its rows, the end of the cursor. A trip is
dearer than most of our statements, so that an answer would be kept in three milliseconds instead
of one. Everything else is as aiosqlite and SQLAlchemy's dialect for it have it.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import aiosqlite

_Ran: TypeAlias = "tuple[list[Any], Any, int, int | None]"
"""Rows, description, row count and last row id: all that is asked of a cursor afterwards."""


class Trip:
    """A cursor that comes back from its one trip with everything."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Trip:
        return self

    async def execute(self, sql: str, values: Sequence[Any] = ()) -> Trip:
        """Run one statement."""
        return self._back(await self._connection.trip(lambda sqlite: _ran(sqlite, sql, values)))

    async def executemany(self, sql: str, several: Sequence[Sequence[Any]]) -> Trip:
        """Run one statement once for each of several rows of values."""
        return self._back(
            await self._connection.trip(lambda sqlite: _ran_many(sqlite, sql, several))
        )

    async def fetchall(self) -> list[Any]:
        """Give the rows."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Do nothing: the cursor in the thread ended with its statement."""

    def _back(self, ran: _Ran) -> Trip:
        self._rows, self.description, self.rowcount, self.lastrowid = ran
        return self


def _ran(sqlite: sqlite3.Connection, sql: str, values: Sequence[Any]) -> _Ran:
    cursor = sqlite.execute(sql, values)
    try:
        return cursor.fetchall(), cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()


def _ran_many(sqlite: sqlite3.Connection, sql: str, several: Sequence[Sequence[Any]]) -> _Ran:
    cursor = sqlite.executemany(sql, several)
    try:
        return [], None, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()


class Connection(aiosqlite.Connection):
    """A connection whose cursors make one trip."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        # As SQLAlchemy has it: a connection that was left open never keeps the program from ending.
        self._thread.daemon = True

    # SQLAlchemy only ever asks for what `Trip` has.
    def cursor(self) -> Trip:  # type: ignore[override]
        """Give a cursor; that is no trip yet."""
        return Trip(self)

    def wait_for_the_end(self) -> None:
        """Wait until the thread has done what it was told and ended."""
        self._thread.join()

    async def trip(self, run: Callable[[sqlite3.Connection], _Ran]) -> _Ran:
        """Run something in the connection's thread."""
        # aiosqlite says no types for its own way of running something in the thread.
        ran: _Ran = await self._execute(run, self._conn)  # type: ignore[no-untyped-call]
        return ran


async def connect(path: str, *, wait: int, durable: bool) -> aiosqlite.Connection:
    """Open a file as the store wants it; `wait` is in milliseconds."""

    def connector() -> sqlite3.Connection:
        # It begins nothing by itself, so that a writer can take the lock at once.
        sqlite = sqlite3.connect(path, timeout=wait / 1_000, isolation_level=None)
        try:
            for pragma in (
                "journal_mode = WAL",
                f"synchronous = {'FULL' if durable else 'OFF'}",
                "foreign_keys = ON",
                "secure_delete = ON",
            ):
                sqlite.execute(f"PRAGMA {pragma}").close()
        except BaseException:
            sqlite.close()
            raise
        return sqlite

    opened = Connection(connector)
    try:
        return await opened
    except BaseException:
        # aiosqlite has told the thread to end and does not wait for it; a thread that outlives the
        # event loop ends with an error of its own.
        await asyncio.to_thread(opened.wait_for_the_end)
        raise
