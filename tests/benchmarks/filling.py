"""Fills a database with people: real rows, each with a key, an account and a conversation.

A conversation is held once through the house; its answers, with what the house looked up, are then
sealed anew for every other person, with a key of their own, and written in bulk.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Final, TypeAlias

from sqlalchemy import Table

from bot.store import Conversation, Keys, read_or_make, tables
from bot.store.moments import milliseconds
from bot.store.people import new_id
from bot.store.sealing import Cell, data_key, finger, seal, wrapped
from tests.benchmarks.house import PLATFORM, Place, now, opened_house

_Row: TypeAlias = dict[str, object]
_Rows: TypeAlias = dict[str, list[_Row]]

_BATCH: Final = 2_000
"""People written in one transaction."""


async def fill(place: Place, people: int) -> None:
    """Make a database in which so many people are stored, each in an open conversation."""
    async with opened_house(place, durable=False) as house:
        first = await house.candidate(0)
        await first.ten()
        held = await house.store.latest_conversation(first.person)
    assert held is not None
    keys, _ = read_or_make(place.key_file, database=place.file)
    with closing(sqlite3.connect(place.file, isolation_level=None)) as sqlite:
        for pragma in ("synchronous = OFF", "foreign_keys = ON", "cache_size = -400000"):
            sqlite.execute(f"PRAGMA {pragma}")
        for start in range(1, people, _BATCH):
            rows: _Rows = {}
            for number in range(start, min(start + _BATCH, people)):
                _add_person(rows, keys, held, number)
            sqlite.execute("BEGIN IMMEDIATE")
            for table, several in rows.items():
                _write(sqlite, tables.metadata.tables[table], several)
            sqlite.execute("COMMIT")
        sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write(sqlite: sqlite3.Connection, table: Table, rows: list[_Row]) -> None:
    names = list(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(f":{name}" for name in names)
    sqlite.executemany(f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})', rows)


def _add_person(rows: _Rows, keys: Keys, held: Conversation, number: int) -> None:
    person, account, conversation, key = new_id(), new_id(), new_id(), data_key()
    own, at = seal(key), milliseconds(now())

    def add(table: Table, **values: object) -> None:
        rows.setdefault(table.name, []).append(values)

    add(
        tables.person,
        id=person,
        wrapped=wrapped(keys, Cell(tables.person.c.wrapped, person), key),
        created=at,
    )
    add(
        tables.account,
        id=account,
        person=person,
        platform=PLATFORM,
        finger=finger(keys, "account", PLATFORM, str(number)),
        sealed=own.close(
            Cell(tables.account.c.sealed, account), {"id": str(number), "address": str(number)}
        ),
        created=at,
    )
    add(
        tables.conversation,
        id=conversation,
        person=person,
        flow=held.flow,
        status=held.status.value,
        version=held.version,
        sealed=own.close(Cell(tables.conversation.c.sealed, conversation), held.context),
        created=at,
        changed=at,
    )
    for one in held.answers:
        cell = Cell(tables.answer.c.sealed, f"{conversation}/{one.place}")
        add(
            tables.answer,
            conversation=conversation,
            place=one.place,
            sealed=own.close(cell, {"key": one.key, "value": one.value}),
            by=one.by.value,
        )
    # One event a person: the others are older than the seven days for which they are kept.
    add(
        tables.inbox,
        platform=PLATFORM,
        bot=conversation,
        event=finger(keys, "event", PLATFORM, conversation, "9"),
        person=person,
        at=at,
    )
