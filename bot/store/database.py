"""One database, open: its connections, its one writer, its version, and the seals in use."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    String,
    Table,
    event,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store import tables
from bot.store.errors import (
    DatabaseClosedToWriting,
    NewerDatabase,
    NoSuch,
    StoreError,
    WrongKey,
    plainly,
)
from bot.store.keys import Keys
from bot.store.migrations import HEAD, REVISIONS
from bot.store.sealing import Cell, Seal, finger, seal, unwrapped, wrapped
from bot.store.trips import connect

_SEALS_MOST: Final = 4_096
"""People whose data key is kept ready; the one not met for longest gives way."""
_WAIT: Final = 10_000
"""Milliseconds to wait for another process that writes."""
_WIPE_WAIT: Final = 250
"""Milliseconds to wait for others to stop reading before the journal is emptied."""
_WIPES_MOST: Final = 4
_MAKING: Final = 0x64656272
"""The number of the lock on PostgreSQL for making the tables: any, but always the same."""
_BEGIN: Final = "debrief_begin"
"""The execution option that says how SQLite begins: only a writer takes the lock at once."""

_version: Final = Table("alembic_version", MetaData(), Column("version_num", String(32)))


class Database:
    """The open database; the other modules of the store ask it for connections and seals."""

    def __init__(self, engine: AsyncEngine, keys: Keys) -> None:
        self.keys = keys
        self._engine = engine
        self._reader = engine.execution_options(**{_BEGIN: "BEGIN"})
        self._writer = engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        self._bare = engine.execution_options(**{_BEGIN: ""})
        self._one_writer = asyncio.Lock()
        self._seals: OrderedDict[str, Seal] = OrderedDict()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection that sees one moment of the database."""
        with plainly():
            async with self._reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Give the one connection that writes: all of it is kept, or nothing."""
        with plainly():
            async with self._one_writer, self._writer.begin() as connection:
                yield connection

    async def seal(self, connection: AsyncConnection, person: str) -> Seal:
        """Give a person's seal.

        Raises:
            NoSuch: there is no such person, or they were erased.
        """
        if (ready := self._ready(person)) is not None:
            return ready
        found = await connection.scalar(
            select(tables.person.c.wrapped).where(tables.person.c.id == person)
        )
        if found is None:
            raise NoSuch("There is no such person. They may have erased everything.")
        return self.seal_of(person, found)

    def seal_of(self, person: str, wrapped_key: bytes) -> Seal:
        """Give a person's seal when their wrapped key was read with something else."""
        if (ready := self._ready(person)) is not None:
            return ready
        key, _ = unwrapped(self.keys, Cell(tables.person.c.wrapped, person), wrapped_key)
        made = seal(key)
        self._seals[person] = made
        if len(self._seals) > _SEALS_MOST:
            self._seals.popitem(last=False)
        return made

    def forget_seal(self, person: str) -> None:
        """Drop the seal of a person who is gone."""
        self._seals.pop(person, None)

    def _ready(self, person: str) -> Seal | None:
        if (ready := self._seals.get(person)) is not None:
            self._seals.move_to_end(person)
        return ready

    async def wipe(self) -> bool:
        """Make SQLite let go of the bytes of what was deleted, also in its journal.

        False when another process was reading all the time; the next wipe, or the last process to
        close the database, does it then. On PostgreSQL this is the work of its own vacuum.
        """
        if self._engine.dialect.name != "sqlite":
            return True
        with plainly():
            async with self._one_writer, self._bare.connect() as connection:
                await connection.execute(text(f"PRAGMA busy_timeout = {_WIPE_WAIT}"))
                try:
                    for _ in range(_WIPES_MOST):
                        done = await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
                        if done.one()[0] == 0:
                            return True
                finally:
                    await connection.execute(text(f"PRAGMA busy_timeout = {_WAIT}"))
        return False

    async def check_version_and_keys(self) -> None:
        """Bring the tables up to date, and make sure that the keys are those of this database.

        Raises:
            NewerDatabase: a later version of the program has written it.
            WrongKey: it was made with other keys.
        """
        async with self.reading() as connection:
            ready = await _revision(connection) == HEAD
            ready = ready and await self._keys_fit(connection)
        if ready:
            return
        async with self.writing() as connection:
            if self._engine.dialect.name == "postgresql":
                # There, a transaction alone does not keep others from making the same tables.
                await connection.execute(select(func.pg_advisory_xact_lock(_MAKING)))
            # Asked again: another process may have done all this between the two transactions.
            revision = await _revision(connection)
            if revision is not None and revision not in REVISIONS:
                raise NewerDatabase(
                    "This database was written by a later version of Debrief. Nothing was changed. "
                    "Install that version, or put back a backup from before it."
                )
            if revision != HEAD:
                # Imported only when there is something to do: it takes longer than the rest.
                from bot.store.migrations.upgrade import upgrade

                await connection.run_sync(upgrade)
            if not await self._keys_fit(connection):
                await connection.execute(
                    insert(tables.master_check).values(id=1, wrapped=self._check())
                )

    async def renew_check(self, connection: AsyncConnection) -> None:
        """Seal the check with the newest master key."""
        await connection.execute(update(tables.master_check).values(wrapped=self._check()))

    def _check(self) -> bytes:
        return wrapped(self.keys, _CHECK, self._lookup_finger())

    def _lookup_finger(self) -> bytes:
        return bytes.fromhex(finger(self.keys, "check"))

    async def _keys_fit(self, connection: AsyncConnection) -> bool:
        """Tell whether the keys open the check; False when there is no check yet."""
        kept = await connection.scalar(select(tables.master_check.c.wrapped))
        if kept is None:
            return False
        found, _ = unwrapped(self.keys, _CHECK, kept)
        if found != self._lookup_finger():
            raise WrongKey(
                "The lookup key is not the one that this database was made with: nobody's history "
                "would be found. Nothing was changed. Give the key file as it was; only master "
                "keys are ever replaced."
            )
        return True


_CHECK: Final = Cell(tables.master_check.c.wrapped, "1")


@asynccontextmanager
async def opened(url: str, keys: Keys, *, durable: bool) -> AsyncIterator[Database]:
    """Open the database, made and brought up to date where need be; close it at the end."""
    engine = _engine(_address(url), durable=durable)
    try:
        database = Database(engine, keys)
        await database.check_version_and_keys()
        yield database
    finally:
        await engine.dispose()


async def _revision(connection: AsyncConnection) -> str | None:
    there: bool = await connection.run_sync(lambda sync: inspect(sync).has_table(_version.name))
    return await connection.scalar(select(_version.c.version_num)) if there else None


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as wrong:
        raise StoreError(
            "The database's address cannot be read. It looks like sqlite:///debrief.db or "
            "postgresql://user@host/debrief."
        ) from wrong


def _address(url: str) -> URL:
    address = _parsed(url)
    match address.get_backend_name():
        case "sqlite" if address.database and not address.database.startswith((":", "file:")):
            _make_private_file(Path(address.database))
            return address.set(drivername="sqlite+aiosqlite")
        case "sqlite":
            raise StoreError(
                "The database must be a file. Give its path: sqlite:///debrief.db, with four "
                "slashes for a path from the root."
            )
        case "postgresql":
            return address.set(drivername="postgresql+asyncpg")
        case other:
            raise StoreError(f"{other!r} is no database that Debrief knows: sqlite or postgresql.")


def file_of(url: str) -> Path | None:
    """Give the file of a SQLite database, or None for one that is no file.

    Raises:
        StoreError: the address cannot be read.
    """
    address = _parsed(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    return Path(address.database)


def _make_private_file(path: Path) -> None:
    """Make the file before SQLite does, so that nobody else on the machine may read it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as wrong:
        raise DatabaseClosedToWriting(
            f"The database {path} cannot be opened for writing: {wrong.strerror}. Check that the "
            "bot's user may write to the file and to its folder."
        ) from wrong


def _engine(address: URL, *, durable: bool) -> AsyncEngine:
    # What was typed never stands in an error or a log, not even sealed.
    if address.get_backend_name() != "sqlite":
        try:
            return create_async_engine(address, hide_parameters=True)
        except ModuleNotFoundError as wrong:
            raise StoreError(
                "PostgreSQL needs the package asyncpg, which is not installed. Install it beside "
                "Debrief, or use a sqlite address."
            ) from wrong
    path = str(address.database)
    engine = create_async_engine(
        address,
        hide_parameters=True,
        async_creator=lambda: connect(path, wait=_WAIT, durable=durable),
        # Every transaction here is ended by name; a second end would be one more trip.
        pool_reset_on_return=None,
    )

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        if how := connection.get_execution_options().get(_BEGIN):
            connection.exec_driver_sql(how)

    return engine
