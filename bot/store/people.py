"""People in the store: finding and making them, their accounts, settings and consents."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.people import Account, Consent, Person, Purpose, Settings
from bot.store.database import Database
from bot.store.errors import Conflict, NoSuch
from bot.store.moments import instant
from bot.store.sealing import Cell, Seal, data_key, finger, seal, wrapped
from bot.store.tables import account as accounts_table
from bot.store.tables import consent as consents_table
from bot.store.tables import person as people_table
from bot.words import Tone


def new_id() -> str:
    """Give 128 random bits as text."""
    return secrets.token_hex(16)


async def person_for(
    database: Database, platform: str, platform_id: str, at: datetime, address: str | None
) -> Person:
    """Find whose account this is; make a person for it when it is nobody's yet."""
    at = instant(at)
    mark = finger(database.keys, "account", platform, platform_id)
    if (found := await _found(database, mark, platform_id, address)) is not None:
        return found
    try:
        return await _made(database, mark, platform, platform_id, at, address)
    except Conflict:
        # Somebody made the same account between the two transactions.
        found = await _found(database, mark, platform_id, address)
        if found is None:
            raise
        return found


async def person_known(database: Database, platform: str, platform_id: str) -> Person | None:
    """Find whose account this is; None when it is nobody's yet."""
    mark = finger(database.keys, "account", platform, platform_id)
    return await _found(database, mark, platform_id, None)


async def _found(
    database: Database, mark: str, platform_id: str, address: str | None
) -> Person | None:
    async with database.reading() as connection:
        row = (
            await connection.execute(
                select(
                    people_table.c.id,
                    people_table.c.wrapped,
                    people_table.c.created,
                    accounts_table.c.id.label("account"),
                    accounts_table.c.sealed,
                )
                .join_from(accounts_table, people_table)
                .where(accounts_table.c.finger == mark)
            )
        ).one_or_none()
    if row is None:
        return None
    if address is not None:
        own = database.seal_of(row.id, row.wrapped)
        cell = Cell(accounts_table.c.sealed, row.account)
        if own.open(cell, row.sealed)["address"] != address:
            sealed = own.close(cell, {"id": platform_id, "address": address})
            async with database.writing() as connection:
                await connection.execute(
                    update(accounts_table)
                    .where(accounts_table.c.id == row.account)
                    .values(sealed=sealed)
                )
    return Person(row.id, row.created)


async def _made(
    database: Database,
    mark: str,
    platform: str,
    platform_id: str,
    at: datetime,
    address: str | None,
) -> Person:
    person, account, key = new_id(), new_id(), data_key()
    sealed = seal(key).close(
        Cell(accounts_table.c.sealed, account),
        {"id": platform_id, "address": platform_id if address is None else address},
    )
    async with database.writing() as connection:
        await connection.execute(
            insert(people_table).values(
                id=person,
                wrapped=wrapped(database.keys, Cell(people_table.c.wrapped, person), key),
                created=at,
            )
        )
        await connection.execute(
            insert(accounts_table).values(
                id=account, person=person, platform=platform, finger=mark, sealed=sealed, created=at
            )
        )
    return Person(person, at)


async def person(database: Database, id_: str) -> Person:
    """Give a person by their id."""
    async with database.reading() as connection:
        row = (
            await connection.execute(
                select(people_table.c.id, people_table.c.created).where(people_table.c.id == id_)
            )
        ).one_or_none()
    if row is None:
        raise NoSuch("There is no such person. They may have erased everything.")
    return Person(row.id, row.created)


async def accounts(connection: AsyncConnection, own: Seal, id_: str) -> tuple[Account, ...]:
    """Give a person's accounts, oldest first."""
    rows = await connection.execute(
        select(accounts_table)
        .where(accounts_table.c.person == id_)
        .order_by(accounts_table.c.created, accounts_table.c.id)
    )
    found = []
    for row in rows:
        opened = own.open(Cell(accounts_table.c.sealed, row.id), row.sealed)
        found.append(Account(row.id, row.platform, str(opened["id"]), str(opened["address"])))
    return tuple(found)


async def settings(connection: AsyncConnection, own: Seal, id_: str) -> Settings:
    """Give what a person chose."""
    sealed = await connection.scalar(
        select(people_table.c.settings).where(people_table.c.id == id_)
    )
    if sealed is None:
        return Settings()
    # A setting that this version does not know is left out; one that is missing has its default.
    kept = own.open(Cell(people_table.c.settings, id_), sealed)
    zone, country = kept.get("zone"), kept.get("country")
    return Settings(
        language=str(kept.get("language", "en")),
        zone=zone if isinstance(zone, str) else None,
        country=country if isinstance(country, str) else None,
        tone=Tone.DIRECT if kept.get("tone") == Tone.DIRECT else Tone.GENTLE,
        most_status_notes=2 if kept.get("most_status_notes") == 2 else 1,
    )


async def set_settings(database: Database, id_: str, chosen: Settings) -> None:
    """Keep what a person chose."""
    async with database.writing() as connection:
        own = await database.seal(connection, id_)
        sealed = own.close(Cell(people_table.c.settings, id_), asdict(chosen))
        done = await connection.execute(
            update(people_table).where(people_table.c.id == id_).values(settings=sealed)
        )
        if done.rowcount == 0:
            raise NoSuch("There is no such person. They may have erased everything.")


async def give_consent(
    database: Database,
    id_: str,
    purpose: Purpose,
    account: str | None,
    wording: str,
    at: datetime,
) -> Consent:
    """Keep that a person agreed, and to which words."""
    consent = new_id()
    async with database.writing() as connection:
        own = await database.seal(connection, id_)
        if account is not None and account not in {
            one.id for one in await accounts(connection, own, id_)
        }:
            raise NoSuch("This account is not one of the person's.")
        await connection.execute(
            insert(consents_table).values(
                id=consent,
                person=id_,
                account=account,
                purpose=purpose.value,
                sealed=own.close(Cell(consents_table.c.sealed, consent), {"wording": wording}),
                given=at,
            )
        )
    return Consent(consent, purpose, account, wording, instant(at))


async def withdraw_consent(
    database: Database, id_: str, purpose: Purpose, at: datetime, account: str | None
) -> int:
    """End every consent of this purpose that still holds (on one account, or on all)."""
    these = [
        consents_table.c.person == id_,
        consents_table.c.purpose == purpose.value,
        consents_table.c.withdrawn.is_(None),
    ]
    if account is not None:
        these.append(consents_table.c.account == account)
    async with database.writing() as connection:
        done = await connection.execute(update(consents_table).where(*these).values(withdrawn=at))
    return done.rowcount


async def consents(connection: AsyncConnection, own: Seal, id_: str) -> tuple[Consent, ...]:
    """Give all that a person ever agreed to, oldest first."""
    rows = await connection.execute(
        select(consents_table)
        .where(consents_table.c.person == id_)
        .order_by(consents_table.c.given, consents_table.c.id)
    )
    return tuple(
        Consent(
            row.id,
            Purpose(row.purpose),
            row.account,
            str(own.open(Cell(consents_table.c.sealed, row.id), row.sealed)["wording"]),
            row.given,
            row.withdrawn,
        )
        for row in rows
    )
