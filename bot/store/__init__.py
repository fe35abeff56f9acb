"""The only room with SQL: keeps conversations, debriefs and people, sealed, and erases them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from bot.people import Account, Consent, Person, Purpose, Settings
from bot.store import conversations, debriefs, erase, events, export, jobs, people, rotation
from bot.store.conversations import New
from bot.store.database import Database, file_of, opened
from bot.store.errors import (
    AlreadySeen,
    Conflict,
    DatabaseBroken,
    DatabaseClosedToWriting,
    DatabaseLocked,
    DiskFull,
    NaiveTime,
    NewerDatabase,
    NoSuch,
    StoreError,
    Tampered,
    WrongKey,
)
from bot.store.keys import Keys, read_or_make
from bot.store.records import (
    Added,
    Answer,
    By,
    Conversation,
    DebriefRow,
    Event,
    Happening,
    Job,
    Outcome,
    Recorded,
    Status,
)
from bot.store.sealing import Record

__all__ = [
    "Added",
    "AlreadySeen",
    "Answer",
    "By",
    "Conflict",
    "Conversation",
    "DatabaseBroken",
    "DatabaseClosedToWriting",
    "DatabaseLocked",
    "DebriefRow",
    "DiskFull",
    "Event",
    "Happening",
    "Job",
    "Keys",
    "NaiveTime",
    "NewerDatabase",
    "NoSuch",
    "Outcome",
    "Record",
    "Recorded",
    "Status",
    "Store",
    "StoreError",
    "Tampered",
    "WrongKey",
    "file_of",
    "open_store",
    "read_or_make",
]


@asynccontextmanager
async def open_store(url: str, keys: Keys, *, durable: bool = True) -> AsyncIterator[Store]:
    """Open the store; the tables are made and brought up to date where need be.

    Without `durable`, SQLite does not wait for the disk: for measuring only.

    Raises:
        WrongKey: the database was sealed with another key.
        NewerDatabase: a later version of the program has written it.
        StoreError: it cannot be opened; the message says what to do.
    """
    async with opened(url, keys, durable=durable) as database:
        yield Store(database)


class Store:
    """What the house keeps. People, conversations and the rest are named by their ids.

    Every method may raise `StoreError`; `NoSuch` where the id is not there or was erased.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    # People.

    async def person_for(
        self, platform: str, platform_id: str, at: datetime, *, address: str | None = None
    ) -> Person:
        """Give whose account this is; a person is made for one that is nobody's yet.

        `address` is where messages to them go, when that is not their id; a new one is kept.
        """
        return await people.person_for(self._database, platform, platform_id, at, address)

    async def person_known(self, platform: str, platform_id: str) -> Person | None:
        """Give whose account this is, or None; nobody is made for it."""
        return await people.person_known(self._database, platform, platform_id)

    async def person(self, id_: str) -> Person:
        """Give a person by their id."""
        return await people.person(self._database, id_)

    async def accounts(self, person: str) -> tuple[Account, ...]:
        """Give a person's accounts, oldest first."""
        async with self._database.reading() as connection:
            own = await self._database.seal(connection, person)
            return await people.accounts(connection, own, person)

    async def settings(self, person: str) -> Settings:
        """Give what a person chose."""
        async with self._database.reading() as connection:
            own = await self._database.seal(connection, person)
            return await people.settings(connection, own, person)

    async def set_settings(self, person: str, settings: Settings) -> None:
        """Keep what a person chose."""
        await people.set_settings(self._database, person, settings)

    async def give_consent(
        self,
        person: str,
        purpose: Purpose,
        wording: str,
        at: datetime,
        *,
        account: str | None = None,
    ) -> Consent:
        """Keep that a person agreed on one of their accounts, and to which words."""
        return await people.give_consent(self._database, person, purpose, account, wording, at)

    async def withdraw_consent(
        self, person: str, purpose: Purpose, at: datetime, *, account: str | None = None
    ) -> int:
        """End what a person agreed to, on one account or on all; gives how many ended."""
        return await people.withdraw_consent(self._database, person, purpose, at, account)

    async def consents(self, person: str) -> tuple[Consent, ...]:
        """Give all that a person ever agreed to, oldest first."""
        async with self._database.reading() as connection:
            own = await self._database.seal(connection, person)
            return await people.consents(connection, own, person)

    # Conversations.

    async def begin(
        self,
        person: str,
        flow: str,
        context: Record,
        at: datetime,
        *,
        interview: str | None = None,
        event: Event | None = None,
    ) -> Conversation:
        """Begin a conversation.

        Raises:
            AlreadySeen: the event has begun one before.
        """
        return await conversations.begin(
            self._database, person, flow, context, interview=interview, event=event, at=at
        )

    async def conversation(self, id_: str) -> Conversation:
        """Give a conversation as it stands."""
        return await conversations.conversation(self._database, id_)

    async def latest_conversation(
        self,
        person: str,
        statuses: Collection[Status] = frozenset(Status),
        *,
        flow: str | None = None,
    ) -> Conversation | None:
        """Give the one that changed last, of those in one of these states and of this flow."""
        return await conversations.latest(self._database, person, statuses, flow)

    async def conversations(self, person: str) -> tuple[Conversation, ...]:
        """Give every conversation of a person, oldest first."""
        async with self._database.reading() as connection:
            own = await self._database.seal(connection, person)
            return await conversations.all_of(connection, own, person)

    async def keep(
        self,
        conversation: Conversation,
        at: datetime,
        *,
        add: Sequence[New] = (),
        keep_first: int | None = None,
        status: Status | None = None,
        context: Record | None = None,
        event: Event | None = None,
        outcome: Outcome | Added | None = None,
    ) -> Conversation:
        """Carry a conversation on by one step, in one transaction; gives how it stands then.

        First the answers from the place `keep_first` on are dropped, then `add` is added. What is
        left out stays as it was.

        Raises:
            AlreadySeen: the event was handled before; nothing was changed.
            Conflict: somebody else wrote first; nothing was changed.
        """
        return await conversations.keep(
            self._database,
            conversation,
            add=add,
            keep_first=keep_first,
            status=status,
            context=context,
            event=event,
            outcome=outcome,
            at=at,
        )

    async def seen(self, event: Event) -> bool:
        """Tell whether an event of a platform was handled before."""
        return await events.seen(self._database, event)

    # Debriefs and jobs.

    async def debriefs(self, person: str) -> tuple[DebriefRow, ...]:
        """Give every debrief of a person, newest first."""
        async with self._database.reading() as connection:
            own = await self._database.seal(connection, person)
            return await debriefs.all_of(connection, own, person)

    async def debrief(self, id_: str) -> DebriefRow:
        """Give one debrief."""
        return await debriefs.one(self._database, id_)

    async def replace_report(
        self, debrief: str, report: Record, *, engine: str | None = None
    ) -> None:
        """Put another report in the place of a debrief's."""
        await debriefs.replace_report(self._database, debrief, report, engine)

    async def job(self, application: str) -> Job:
        """Give one job that a person applied for."""
        return await jobs.job(self._database, application)

    async def jobs(self, person: str) -> tuple[Job, ...]:
        """Give every job that a person applied for, oldest first."""
        async with self._database.reading() as connection:
            own = await self._database.seal(connection, person)
            return await jobs.jobs(connection, own, person)

    async def close_job(self, application: str, at: datetime | None) -> None:
        """Note since when nothing more is said about a job; None opens it again."""
        await jobs.close_job(self._database, application, at)

    async def happenings(self, application: str) -> tuple[Recorded, ...]:
        """Give what happened around a job, in the order in which it happened."""
        return await jobs.happenings(self._database, application)

    async def record(
        self, application: str, happening: Happening, at: datetime, *, event: Event | None = None
    ) -> Recorded:
        """Keep that something happened around a job.

        Raises:
            AlreadySeen: the event was handled before; nothing was changed.
        """
        return await jobs.record(self._database, application, happening, event=event, at=at)

    # Giving everything back, and letting go of it.

    async def export(self, person: str) -> dict[str, object]:
        """Give everything about one person, opened, as JSON values."""
        return await export.export(self._database, person)

    async def erase_conversation(self, person: str, conversation: str) -> bool:
        """Erase a conversation that came to no debrief; see `erase` for what is given."""
        await conversations.erase(self._database, person, conversation)
        return await self._database.wipe()

    async def erase_debrief(self, person: str, debrief: str) -> bool:
        """Erase one debrief and what hangs on it alone; see `erase` for what is given."""
        return await erase.erase_debrief(self._database, person, debrief)

    async def erase(self, person: str) -> bool:
        """Erase a person: no row of theirs is left.

        True when the bytes are gone from the disk's files too; False when another process was
        reading all the while, and the next erasing, pruning or closing does that.
        """
        return await erase.erase(self._database, person)

    async def prune(self, now: datetime) -> int:
        """Forget the events older than seven days; gives how many."""
        forgotten = await events.forget_old(self._database, now)
        await self._database.wipe()
        return forgotten

    async def rotate(self) -> int:
        """Wrap every person's data key with the newest master key; gives how many were not yet."""
        return await rotation.rotate(self._database)
