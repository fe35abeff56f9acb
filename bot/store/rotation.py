"""Rotating the master key: every person's data key is wrapped anew; what it sealed stays."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select, update

from bot.store.database import Database
from bot.store.sealing import Cell, unwrapped, wrapped
from bot.store.tables import person

_BATCH: Final = 500
"""People a transaction: long enough to be quick, short enough that nobody waits."""


async def rotate(database: Database) -> int:
    """Wrap every data key with the newest master key; gives how many were not yet.

    Stopped half-way it is simply run again. When it is through, the older master keys open nothing.
    """
    done, last = 0, ""
    while True:
        async with database.writing() as connection:
            rows = (
                await connection.execute(
                    select(person.c.id, person.c.wrapped)
                    .where(person.c.id > last)
                    .order_by(person.c.id)
                    .limit(_BATCH)
                )
            ).all()
            for row in rows:
                cell = Cell(person.c.wrapped, row.id)
                key, newest = unwrapped(database.keys, cell, row.wrapped)
                if not newest:
                    await connection.execute(
                        update(person)
                        .where(person.c.id == row.id)
                        .values(wrapped=wrapped(database.keys, cell, key))
                    )
                    done += 1
            if not rows:
                # Last of all: until then, a start without the older keys is refused.
                await database.renew_check(connection)
                break
        last = rows[-1].id
    await database.wipe()
    return done
