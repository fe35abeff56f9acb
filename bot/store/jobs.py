"""Jobs in the store: applications, their rounds, and what happened around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import events
from bot.store.database import Database
from bot.store.errors import NoSuch
from bot.store.moments import instant
from bot.store.people import new_id
from bot.store.records import Event, Happening, Job, Outcome, Recorded
from bot.store.sealing import Cell, Seal, alike, job_finger
from bot.store.tables import application, happening, interview, person, stage


async def find_or_make(
    database: Database,
    connection: AsyncConnection,
    own: Seal,
    person_id: str,
    outcome: Outcome,
    at: datetime,
    *,
    earlier: str | None = None,
) -> str:
    """Find the application that an outcome is about, or make it; gives its id.

    `earlier` is the one that the same debrief stood under before it was corrected. When nothing
    else stands there, it was the same job under a wrong name: it is renamed, or, when the right
    name is already known, what happened around it moves there.
    """
    job = job_finger(database.keys, person_id, outcome.employer, outcome.role)
    alone = earlier is not None and await _interviews(connection, earlier) == 1
    known = None
    if job is not None:
        known = await connection.scalar(
            select(application.c.id).where(
                application.c.person == person_id, application.c.job == job
            )
        )
    if known is not None:
        if outcome.place:
            sealed = own.close(Cell(application.c.place, known), outcome.place)
            await connection.execute(
                update(application).where(application.c.id == known).values(place=sealed)
            )
        if alone and earlier != known:
            await connection.execute(
                update(happening)
                .where(happening.c.application == earlier)
                .values(application=known)
            )
        return str(known)
    id_ = earlier if alone and earlier is not None else new_id()
    values = {
        "job": job,
        "sealed": own.close(
            Cell(application.c.sealed, id_), {"employer": outcome.employer, "role": outcome.role}
        ),
        "place": own.close(Cell(application.c.place, id_), outcome.place),
    }
    if alone:
        await connection.execute(update(application).where(application.c.id == id_).values(values))
    else:
        await connection.execute(
            insert(application).values(id=id_, person=person_id, created=at, **values)
        )
    return id_


async def _interviews(connection: AsyncConnection, application_id: str) -> int:
    counted = await connection.scalar(
        select(func.count())
        .select_from(interview)
        .join(stage)
        .where(stage.c.application == application_id)
    )
    return counted or 0


async def stage_of(
    connection: AsyncConnection, own: Seal, application_id: str, name: str, at: datetime
) -> str:
    """Find a round of an application by its name, or make it; gives its id."""
    rows = await connection.execute(
        select(stage.c.id, stage.c.sealed).where(stage.c.application == application_id)
    )
    for row in rows:
        opened = own.open(Cell(stage.c.sealed, row.id), row.sealed)
        if alike(str(opened["name"])) == alike(name):
            return str(row.id)
    id_ = new_id()
    await connection.execute(
        insert(stage).values(
            id=id_,
            application=application_id,
            sealed=own.close(Cell(stage.c.sealed, id_), {"name": name}),
            started=at,
        )
    )
    return id_


async def sweep(connection: AsyncConnection, person_id: str) -> None:
    """Delete the rounds and the applications of a person on which no interview hangs any more."""
    own = select(application.c.id).where(application.c.person == person_id)
    await connection.execute(
        delete(stage).where(
            stage.c.application.in_(own), ~exists().where(interview.c.stage == stage.c.id)
        )
    )
    await connection.execute(
        delete(application).where(
            application.c.person == person_id,
            ~exists().where(stage.c.application == application.c.id),
        )
    )


async def job(database: Database, id_: str) -> Job:
    """Give one application."""
    async with database.reading() as connection:
        row = (
            await connection.execute(
                select(application, person.c.wrapped)
                .join_from(application, person)
                .where(application.c.id == id_)
            )
        ).one_or_none()
    if row is None:
        raise NoSuch("There is no such job. It may have been erased.")
    return opened(database.seal_of(row.person, row.wrapped), row)


async def jobs(connection: AsyncConnection, own: Seal, person_id: str) -> tuple[Job, ...]:
    """Give every application of a person, oldest first."""
    rows = await connection.execute(
        select(application)
        .where(application.c.person == person_id)
        .order_by(application.c.created, application.c.id)
    )
    return tuple(opened(own, row) for row in rows)


def opened(own: Seal, row: Row[Any]) -> Job:
    """Give an application from its row."""
    names = own.open(Cell(application.c.sealed, row.id), row.sealed)
    return Job(
        row.id,
        row.person,
        str(names["employer"]),
        str(names["role"]),
        own.open(Cell(application.c.place, row.id), row.place),
        row.closed,
    )


async def close_job(database: Database, id_: str, at: datetime | None) -> None:
    """Note since when nothing more is said about a job; None opens it again."""
    async with database.writing() as connection:
        done = await connection.execute(
            update(application).where(application.c.id == id_).values(closed=at)
        )
        if done.rowcount == 0:
            raise NoSuch("There is no such job. It may have been erased.")


async def record(
    database: Database, application_id: str, one: Happening, *, event: Event | None, at: datetime
) -> Recorded:
    """Keep that something happened around an application."""
    async with database.writing() as connection:
        person_id = await connection.scalar(
            select(application.c.person).where(application.c.id == application_id)
        )
        if person_id is None:
            raise NoSuch("There is no such job. It may have been erased.")
        own = await database.seal(connection, person_id)
        if event is not None:
            await events.note(database, connection, person_id, event, at)
        return await add_happening(connection, own, person_id, application_id, one, at)


async def add(
    connection: AsyncConnection,
    own: Seal,
    person_id: str,
    application_id: str,
    several: Sequence[Happening],
    at: datetime,
) -> None:
    """Add what was told later to a job, in the transaction that ends the telling."""
    there = await connection.scalar(
        select(application.c.id).where(
            application.c.id == application_id, application.c.person == person_id
        )
    )
    if there is None:
        raise NoSuch("There is no such job. It may have been erased.")
    for one in several:
        await add_happening(connection, own, person_id, application_id, one, at)


async def add_happening(
    connection: AsyncConnection,
    own: Seal,
    person_id: str,
    application_id: str,
    one: Happening,
    at: datetime,
    *,
    debrief: str | None = None,
) -> Recorded:
    """Keep a happening in a transaction under way."""
    id_ = new_id()
    await connection.execute(
        insert(happening).values(
            id=id_,
            person=person_id,
            application=application_id,
            debrief=debrief,
            sealed=own.close(
                Cell(happening.c.sealed, id_), {"kind": one.kind, "details": one.details}
            ),
            at=one.at,
            recorded=at,
        )
    )
    return Recorded(id_, Happening(one.kind, instant(one.at), one.details), instant(at))


async def happenings(database: Database, application_id: str) -> tuple[Recorded, ...]:
    """Give what happened around an application, in the order in which it happened."""
    async with database.reading() as connection:
        rows = (
            await connection.execute(
                select(happening, person.c.wrapped)
                .join_from(happening, person, happening.c.person == person.c.id)
                .where(happening.c.application == application_id)
                .order_by(happening.c.at, happening.c.recorded, happening.c.id)
            )
        ).all()
    if not rows:
        return ()
    return told(database.seal_of(rows[0].person, rows[0].wrapped), rows)


def told(own: Seal, rows: Sequence[Row[Any]]) -> tuple[Recorded, ...]:
    """Give happenings from their rows."""
    found = []
    for row in rows:
        record_ = own.open(Cell(happening.c.sealed, row.id), row.sealed)
        details = record_["details"]
        found.append(
            Recorded(
                row.id,
                Happening(
                    str(record_["kind"]), row.at, details if isinstance(details, dict) else {}
                ),
                row.recorded,
            )
        )
    return tuple(found)
