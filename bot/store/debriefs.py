"""Debriefs in the store: what a finished one leaves behind, and giving it back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import jobs
from bot.store.database import Database
from bot.store.errors import NoSuch
from bot.store.people import new_id
from bot.store.records import Conversation, DebriefRow, Outcome
from bot.store.sealing import Cell, Record, Seal
from bot.store.tables import application, debrief, happening, interview, person, stage
from bot.store.tables import conversation as conversations_table


async def keep(
    database: Database,
    connection: AsyncConnection,
    own: Seal,
    conversation: Conversation,
    outcome: Outcome,
    at: datetime,
) -> str:
    """Keep what a finished debrief leaves behind; gives the id of its interview.

    A conversation has one debrief. Finished again after a correction, the same debrief, interview
    and, where nothing else hangs on it, job take the new outcome, so that what hangs on them stays.
    """
    earlier = (
        await connection.execute(
            select(debrief.c.id, debrief.c.interview, stage.c.application)
            .join_from(debrief, interview)
            .join(stage)
            .where(debrief.c.conversation == conversation.id)
        )
    ).one_or_none()
    if earlier is None:
        id_, held = new_id(), new_id()
        job = await jobs.find_or_make(database, connection, own, conversation.person, outcome, at)
        round_ = await jobs.stage_of(connection, own, job, outcome.stage, at)
        await connection.execute(
            insert(interview).values(id=held, stage=round_, **_interview(own, held, outcome))
        )
        await connection.execute(
            insert(debrief).values(
                id=id_,
                person=conversation.person,
                interview=held,
                conversation=conversation.id,
                made=at,
                **_debrief(own, id_, outcome.report, outcome.engine),
            )
        )
        await connection.execute(
            update(conversations_table)
            .where(conversations_table.c.id == conversation.id)
            .values(interview=held)
        )
    else:
        id_, held = earlier.id, earlier.interview
        job = await jobs.find_or_make(
            database, connection, own, conversation.person, outcome, at, earlier=earlier.application
        )
        round_ = await jobs.stage_of(connection, own, job, outcome.stage, at)
        await connection.execute(
            update(interview)
            .where(interview.c.id == held)
            .values(stage=round_, **_interview(own, held, outcome))
        )
        await connection.execute(
            update(debrief)
            .where(debrief.c.id == id_)
            .values(**_debrief(own, id_, outcome.report, outcome.engine))
        )
        await connection.execute(delete(happening).where(happening.c.debrief == id_))
        await jobs.sweep(connection, conversation.person)
    for one in outcome.happenings:
        await jobs.add_happening(connection, own, conversation.person, job, one, at, debrief=id_)
    return str(held)


def _interview(own: Seal, id_: str, outcome: Outcome) -> dict[str, object]:
    return {
        "sealed": own.close(Cell(interview.c.sealed, id_), outcome.facts),
        "held": outcome.held_at,
    }


def _debrief(own: Seal, id_: str, report: Record, engine: str) -> dict[str, object]:
    return {"sealed": own.close(Cell(debrief.c.sealed, id_), report), "engine": engine}


async def belongs(connection: AsyncConnection, person_id: str, interview_id: str) -> bool:
    """Tell whether an interview is this person's."""
    return bool(
        await connection.scalar(
            select(
                exists()
                .where(interview.c.id == interview_id, interview.c.stage == stage.c.id)
                .where(stage.c.application == application.c.id, application.c.person == person_id)
            )
        )
    )


async def all_of(connection: AsyncConnection, own: Seal, person_id: str) -> tuple[DebriefRow, ...]:
    """Give every debrief of a person, newest first."""
    rows = await connection.execute(
        _rows().where(debrief.c.person == person_id).order_by(debrief.c.made.desc(), debrief.c.id)
    )
    return tuple(_row(own, row) for row in rows)


async def one(database: Database, id_: str) -> DebriefRow:
    """Give one debrief."""
    async with database.reading() as connection:
        row = (await connection.execute(_rows().where(debrief.c.id == id_))).one_or_none()
    if row is None:
        raise NoSuch("There is no such debrief. It may have been erased.")
    return _row(database.seal_of(row.person, row.wrapped), row)


async def replace_report(database: Database, id_: str, report: Record, engine: str | None) -> None:
    """Put another report, perhaps of another engine, in the place of a debrief's."""
    async with database.writing() as connection:
        row = (
            await connection.execute(
                select(debrief.c.person, debrief.c.engine).where(debrief.c.id == id_)
            )
        ).one_or_none()
        if row is None:
            raise NoSuch("There is no such debrief. It may have been erased.")
        own = await database.seal(connection, row.person)
        await connection.execute(
            update(debrief)
            .where(debrief.c.id == id_)
            .values(_debrief(own, id_, report, row.engine if engine is None else engine))
        )


def _rows() -> Select[Any]:
    return (
        select(
            debrief,
            interview.c.sealed.label("facts"),
            interview.c.held,
            stage.c.id.label("stage"),
            stage.c.sealed.label("stage_sealed"),
            application.c.id.label("application"),
            application.c.sealed.label("job_sealed"),
            person.c.wrapped,
        )
        .join_from(debrief, interview, debrief.c.interview == interview.c.id)
        .join(stage, interview.c.stage == stage.c.id)
        .join(application, stage.c.application == application.c.id)
        .join(person, debrief.c.person == person.c.id)
    )


def _row(own: Seal, row: Row[Any]) -> DebriefRow:
    job = own.open(Cell(application.c.sealed, row.application), row.job_sealed)
    return DebriefRow(
        id=row.id,
        person=row.person,
        application=row.application,
        interview=row.interview,
        conversation=row.conversation,
        employer=str(job["employer"]),
        role=str(job["role"]),
        stage=str(own.open(Cell(stage.c.sealed, row.stage), row.stage_sealed)["name"]),
        held_at=row.held,
        made=row.made,
        engine=row.engine,
        facts=own.open(Cell(interview.c.sealed, row.interview), row.facts),
        report=own.open(Cell(debrief.c.sealed, row.id), row.sealed),
    )
