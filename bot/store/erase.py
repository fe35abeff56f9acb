"""Erasing: one debrief alone, or a person with everything that hangs on them."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.store import jobs
from bot.store.database import Database
from bot.store.errors import NoSuch
from bot.store.tables import conversation, debrief, interview, person


async def erase_debrief(database: Database, person_id: str, id_: str) -> bool:
    """Erase one debrief: its conversation, its interview, and what was said about that since.

    Its round and its job go with it when no other interview hangs there: nobody could find them
    again to erase them. Gives whether the bytes are gone from the journal too.
    """
    async with database.writing() as connection:
        row = (
            await connection.execute(
                select(debrief.c.interview, debrief.c.conversation).where(
                    debrief.c.id == id_, debrief.c.person == person_id
                )
            )
        ).one_or_none()
        if row is None:
            raise NoSuch("There is no such debrief. It may have been erased before.")
        # The rest goes with these two: each reference deletes with what it refers to.
        await connection.execute(delete(conversation).where(conversation.c.id == row.conversation))
        await connection.execute(delete(interview).where(interview.c.id == row.interview))
        await jobs.sweep(connection, person_id)
    return await database.wipe()


async def erase(database: Database, person_id: str) -> bool:
    """Erase a person: no row of theirs is left. Gives whether the bytes left the journal too."""
    async with database.writing() as connection:
        await connection.execute(delete(person).where(person.c.id == person_id))
    database.forget_seal(person_id)
    return await database.wipe()
