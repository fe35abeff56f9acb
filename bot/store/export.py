"""Everything that the house keeps about one person, opened, as JSON values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import conversations, debriefs, jobs, people
from bot.store.database import Database
from bot.store.errors import NoSuch
from bot.store.moments import iso
from bot.store.records import Conversation, DebriefRow, Job
from bot.store.sealing import Cell, Seal
from bot.store.tables import application, happening, inbox, interview, person, stage


async def export(database: Database, id_: str) -> dict[str, object]:
    """Give everything about one person, as it stood at one moment."""
    async with database.reading() as connection:
        created = await connection.scalar(select(person.c.created).where(person.c.id == id_))
        if created is None:
            raise NoSuch("There is no such person. They may have erased everything.")
        own = await database.seal(connection, id_)
        told = await connection.execute(
            select(happening).where(happening.c.person == id_).order_by(happening.c.at)
        )
        rounds = await connection.execute(
            select(
                stage.c.application,
                stage.c.id.label("stage"),
                stage.c.sealed.label("stage_sealed"),
                stage.c.started,
                interview,
            )
            .join_from(stage, application)
            .outerjoin(interview, interview.c.stage == stage.c.id)
            .where(application.c.person == id_)
            .order_by(stage.c.started, stage.c.id, interview.c.held)
        )
        happened, rounds_found = told.all(), rounds.all()
        return {
            "person": {"id": id_, "created": iso(created)},
            "settings": asdict(await people.settings(connection, own, id_)),
            "accounts": [asdict(one) for one in await people.accounts(connection, own, id_)],
            "consents": [
                {**asdict(one), "given": iso(one.given), "withdrawn": iso(one.withdrawn)}
                for one in await people.consents(connection, own, id_)
            ],
            "conversations": [
                _conversation(one) for one in await conversations.all_of(connection, own, id_)
            ],
            "jobs": [
                _job(own, one, rounds_found, happened)
                for one in await jobs.jobs(connection, own, id_)
            ],
            "debriefs": [_debrief(one) for one in await debriefs.all_of(connection, own, id_)],
            "events": await _events(connection, id_),
        }


def _conversation(one: Conversation) -> dict[str, object]:
    return {
        "id": one.id,
        "flow": one.flow,
        "status": one.status.value,
        "version": one.version,
        "context": one.context,
        "interview": one.interview,
        "created": iso(one.created),
        "changed": iso(one.changed),
        "answers": [
            {"place": each.place, "key": each.key, "value": each.value, "by": each.by.value}
            for each in one.answers
        ],
    }


def _job(
    own: Seal, one: Job, rounds: Sequence[Row[Any]], happened: Sequence[Row[Any]]
) -> dict[str, object]:
    return {
        "id": one.id,
        "employer": one.employer,
        "role": one.role,
        "place": one.place,
        "closed": iso(one.closed),
        "interviews": [
            {
                "id": row.id,
                "stage": own.open(Cell(stage.c.sealed, row.stage), row.stage_sealed)["name"],
                "stage_started": iso(row.started),
                "held_at": iso(row.held),
                "facts": own.open(Cell(interview.c.sealed, row.id), row.sealed),
            }
            for row in rounds
            if row.application == one.id
        ],
        "happenings": [
            {
                "id": each.id,
                "kind": each.happening.kind,
                "at": iso(each.happening.at),
                "details": each.happening.details,
                "recorded": iso(each.recorded),
            }
            for each in jobs.told(own, [row for row in happened if row.application == one.id])
        ],
    }


def _debrief(one: DebriefRow) -> dict[str, object]:
    return {
        "id": one.id,
        "application": one.application,
        "interview": one.interview,
        "conversation": one.conversation,
        "engine": one.engine,
        "made": iso(one.made),
        "report": one.report,
    }


async def _events(connection: AsyncConnection, id_: str) -> list[dict[str, object]]:
    rows = await connection.execute(
        select(inbox.c.platform, inbox.c.bot, inbox.c.at)
        .where(inbox.c.person == id_)
        .order_by(inbox.c.at)
    )
    return [{"platform": row.platform, "bot": row.bot, "at": iso(row.at)} for row in rows]
