"""The inbox: which events of the platforms were handled, for seven days."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, exists, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.errors import AlreadySeen
from bot.store.records import Event
from bot.store.sealing import finger
from bot.store.tables import inbox

KEPT: Final = timedelta(days=7)
"""No platform delivers an event again after so long."""


async def note(
    database: Database, connection: AsyncConnection, person: str, event: Event, at: datetime
) -> None:
    """Note that an event is handled, in the transaction of what it causes.

    Raises:
        AlreadySeen: it was handled before.
    """
    row = {
        "platform": event.platform,
        "bot": event.bot,
        "event": finger(database.keys, "event", event.platform, event.bot, event.id),
    }
    there = exists().where(*(inbox.c[name] == value for name, value in row.items()))
    values = [
        literal(value, inbox.c[name].type)
        for name, value in {**row, "person": person, "at": at}.items()
    ]
    # Looked for and noted in one statement.
    noted = await connection.execute(
        insert(inbox).from_select([*row, "person", "at"], select(*values).where(~there))
    )
    if noted.rowcount == 0:
        raise AlreadySeen("This event was handled before. Nothing was changed.")


async def seen(database: Database, event: Event) -> bool:
    """Tell whether an event was handled before."""
    async with database.reading() as connection:
        there = await connection.scalar(
            select(inbox.c.event).where(
                inbox.c.platform == event.platform,
                inbox.c.bot == event.bot,
                inbox.c.event
                == finger(database.keys, "event", event.platform, event.bot, event.id),
            )
        )
    return there is not None


async def forget_old(database: Database, now: datetime) -> int:
    """Forget the events that no platform will deliver again; gives how many."""
    async with database.writing() as connection:
        gone = await connection.execute(delete(inbox).where(inbox.c.at < now - KEPT))
    return gone.rowcount
