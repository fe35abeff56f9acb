"""Conversations in the store: begun, read, and carried on one short transaction an answer."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Row, Select, delete, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import debriefs, events, jobs
from bot.store.database import Database
from bot.store.errors import Conflict, NoSuch
from bot.store.moments import instant
from bot.store.people import new_id
from bot.store.records import Added, Answer, By, Conversation, Event, Outcome, Status
from bot.store.sealing import Cell, Record, Seal
from bot.store.tables import answer as answers_table
from bot.store.tables import conversation as table
from bot.store.tables import person as people_table

New: TypeAlias = "tuple[str, str, By]"
"""An answer to be added: its key, its value, who gave it."""


async def begin(
    database: Database,
    person: str,
    flow: str,
    context: Record,
    *,
    interview: str | None,
    event: Event | None,
    at: datetime,
) -> Conversation:
    """Begin a conversation."""
    at = instant(at)
    id_ = new_id()
    async with database.writing() as connection:
        own = await database.seal(connection, person)
        if event is not None:
            await events.note(database, connection, person, event, at)
        if interview is not None and not await debriefs.belongs(connection, person, interview):
            raise NoSuch("There is no such interview. It may have been erased.")
        await connection.execute(
            insert(table).values(
                id=id_,
                person=person,
                interview=interview,
                flow=flow,
                status=Status.OPEN.value,
                version=1,
                sealed=own.close(Cell(table.c.sealed, id_), context),
                created=at,
                changed=at,
            )
        )
    return Conversation(id_, person, flow, _plain(context), Status.OPEN, 1, (), at, at, interview)


async def conversation(database: Database, id_: str) -> Conversation:
    """Give a conversation as it stands."""
    async with database.reading() as connection:
        if (found := await _one(database, connection, _rows().where(table.c.id == id_))) is None:
            raise NoSuch("There is no such conversation. It may have been erased.")
        return found


async def latest(
    database: Database, person: str, statuses: Collection[Status], flow: str | None
) -> Conversation | None:
    """Give the conversation of a person that changed last, of those in one of these states."""
    any_flow = table.c.flow == flow if flow is not None else true()
    wanted = (
        _rows()
        .where(table.c.person == person, any_flow)
        .where(table.c.status.in_([one.value for one in statuses]))
        .order_by(table.c.changed.desc(), table.c.created.desc(), table.c.id)
        .limit(1)
    )
    async with database.reading() as connection:
        return await _one(database, connection, wanted)


async def all_of(connection: AsyncConnection, own: Seal, person: str) -> tuple[Conversation, ...]:
    """Give every conversation of a person, oldest first."""
    rows = await connection.execute(
        _rows().where(table.c.person == person).order_by(table.c.created, table.c.id)
    )
    answers: dict[str, list[Answer]] = {}
    for row in await connection.execute(
        select(answers_table)
        .join(table)
        .where(table.c.person == person)
        .order_by(answers_table.c.conversation, answers_table.c.place)
    ):
        answers.setdefault(row.conversation, []).append(_answer(own, row))
    return tuple(_conversation(own, row, answers.get(row.id, ())) for row in rows)


async def keep(
    database: Database,
    before: Conversation,
    *,
    add: Sequence[New],
    keep_first: int | None,
    status: Status | None,
    context: Record | None,
    event: Event | None,
    outcome: Outcome | Added | None,
    at: datetime,
) -> Conversation:
    """Carry a conversation on by one step: all of it is kept, or nothing."""
    at = instant(at)
    kept = before.answers if keep_first is None else before.answers[:keep_first]
    added = tuple(Answer(place, *new) for place, new in enumerate(add, len(kept)))
    after = replace(
        before,
        context=before.context if context is None else _plain(context),
        status=before.status if status is None else status,
        version=before.version + 1,
        answers=(*kept, *added),
        changed=at,
    )
    async with database.writing() as connection:
        own = await database.seal(connection, before.person)
        if event is not None:
            await events.note(database, connection, before.person, event, at)
        await _move_on(connection, own, before, after, new_context=context is not None)
        if len(kept) < len(before.answers):
            await connection.execute(
                delete(answers_table).where(
                    answers_table.c.conversation == before.id, answers_table.c.place >= len(kept)
                )
            )
        if added:
            await connection.execute(
                insert(answers_table),
                [
                    {
                        "conversation": before.id,
                        "place": one.place,
                        "sealed": _sealed(own, before.id, one),
                        "by": one.by.value,
                    }
                    for one in added
                ],
            )
        match outcome:
            case Outcome():
                interview = await debriefs.keep(database, connection, own, after, outcome, at)
                after = replace(after, interview=interview)
            case Added(application, happenings):
                await jobs.add(connection, own, before.person, application, happenings, at)
            case None:
                pass
    return after


async def erase(database: Database, person: str, id_: str) -> None:
    """Erase a conversation; its answers go with it."""
    async with database.writing() as connection:
        await connection.execute(delete(table).where(table.c.id == id_, table.c.person == person))


async def _move_on(
    connection: AsyncConnection,
    own: Seal,
    before: Conversation,
    after: Conversation,
    *,
    new_context: bool,
) -> None:
    values: dict[str, object] = {
        "version": after.version,
        "status": after.status.value,
        "changed": after.changed,
    }
    if new_context:
        values["sealed"] = own.close(Cell(table.c.sealed, after.id), after.context)
    moved = await connection.execute(
        update(table)
        .where(table.c.id == before.id, table.c.version == before.version)
        .values(values)
    )
    if moved.rowcount == 0:
        raise Conflict("Somebody else wrote to this conversation first. Load it again.")


def _rows() -> Select[Any]:
    # The person's key comes along, so that a conversation is two queries however it is met.
    return select(table, people_table.c.wrapped).join_from(table, people_table)


async def _one(
    database: Database, connection: AsyncConnection, wanted: Select[Any]
) -> Conversation | None:
    row = (await connection.execute(wanted)).one_or_none()
    if row is None:
        return None
    own = database.seal_of(row.person, row.wrapped)
    answers = await connection.execute(
        select(answers_table)
        .where(answers_table.c.conversation == row.id)
        .order_by(answers_table.c.place)
    )
    return _conversation(own, row, [_answer(own, one) for one in answers])


def _conversation(own: Seal, row: Row[Any], answers: Sequence[Answer]) -> Conversation:
    return Conversation(
        row.id,
        row.person,
        row.flow,
        own.open(Cell(table.c.sealed, row.id), row.sealed),
        Status(row.status),
        row.version,
        tuple(answers),
        row.created,
        row.changed,
        row.interview,
    )


def _answer(own: Seal, row: Row[Any]) -> Answer:
    opened = own.open(_cell(row.conversation, row.place), row.sealed)
    return Answer(row.place, str(opened["key"]), str(opened["value"]), By(row.by))


def _sealed(own: Seal, id_: str, one: Answer) -> bytes:
    return own.close(_cell(id_, one.place), {"key": one.key, "value": one.value})


def _cell(id_: str, place: int) -> Cell:
    return Cell(answers_table.c.sealed, f"{id_}/{place}")


def _plain(record: Record) -> Record:
    """Give a record as it will be read again: JSON knows lists and no tuples."""
    read: dict[str, object] = json.loads(json.dumps(record))
    return read
