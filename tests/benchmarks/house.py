"""Debrief itself under measure: its store with a clock on it, and a person who gives answers."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.conversations import Command, Conversations
from bot.conversations import Turn as Told
from bot.flows.catalogue import DEBRIEF, context_of
from bot.flows.debrief import Start
from bot.flows.steps import Choose
from bot.store import Added, Conversation, Event, Outcome, Status, Store, read_or_make
from bot.store.conversations import New
from bot.store.database import Database, opened
from bot.store.sealing import Record
from bot.words import ENGLISH
from tests.benchmarks.moves import MOVES, Answer, Move
from tests.benchmarks.work import Turn

PLATFORM = "bench"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with a database and, in another folder, its key: as the program has them."""

    folder: Path

    @property
    def file(self) -> Path:
        """The database's file."""
        return self.folder / "data" / "debrief.db"

    @property
    def url(self) -> str:
        """The database's address."""
        return f"sqlite:///{self.file}"

    @property
    def key_file(self) -> Path:
        """The file of its key."""
        return self.folder / "keys" / "key"


class TimedStore(Store):
    """The store, which notes when each step of a conversation was committed."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.kept: dict[str, list[float]] = {}
        """When, by the performance counter, for each conversation."""

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
        """Do what the store does, and note when it was done."""
        kept = await super().keep(
            conversation,
            at,
            add=add,
            keep_first=keep_first,
            status=status,
            context=context,
            event=event,
            outcome=outcome,
        )
        self.kept.setdefault(conversation.id, []).append(time.perf_counter())
        return kept


@dataclass(slots=True)
class Candidate:
    """A person in one conversation after another."""

    store: TimedStore
    conversations: Conversations
    person: str
    told: Told | None = None
    place: int = 0

    async def begin(self) -> None:
        """Begin a conversation; that is not measured."""
        self.told = await self.conversations.begin(self.person, DEBRIEF, context_of(Start()))
        self.place = 0

    async def give(self, answer: Answer) -> Turn:
        """Give one answer, as an event of a platform that is noted in the inbox."""
        told = self.told
        assert told is not None
        assert told.question is not None
        if isinstance(told.question, Choose) and isinstance(answer, str):
            names = [option.name for option in told.question.options]
            # The flow asks a choice where the list has words: the last option is an answer too.
            answer = answer if answer in names else names[-1]
        event = Event(PLATFORM, told.conversation, str(self.place))
        self.place += 1
        self.store.kept.pop(told.conversation, None)
        begun = time.perf_counter()
        self.told = await self._sent(told, answer, event)
        if self.told.question is not None:
            ENGLISH.say(self.told.question.text)
        ended = time.perf_counter()
        # The first commit of a turn is the answer's; a second one holds what was looked up.
        kept = self.store.kept.pop(told.conversation)[0]
        return Turn((kept - begun) * 1_000, (ended - begun) * 1_000)

    async def ten(self) -> list[Turn]:
        """Hold a conversation of ten answers."""
        await self.begin()
        return [await self.next() for _ in MOVES]

    async def next(self) -> Turn:
        """Give the next of the ten answers; a new conversation begins where they are over."""
        if self.told is None or self.place == len(MOVES):
            await self.begin()
        return await self.give(MOVES[self.place][1])

    async def _sent(self, told: Told, answer: Answer, event: Event) -> Told:
        talk, person = self.conversations, self.person
        match answer:
            case Move.DONE:
                return await talk.command(told.conversation, person, Command.DONE, event)
            case Move.SKIP:
                return await talk.command(told.conversation, person, Command.SKIP, event)
            case str():
                assert told.question is not None
                key = told.question.key
                return await talk.answer(told.conversation, person, key, answer, event)


@dataclass(frozen=True, slots=True)
class House:
    """The open house."""

    store: TimedStore
    conversations: Conversations

    async def candidate(self, number: int) -> Candidate:
        """Give the person of this number, made if need be."""
        person = await self.store.person_for(PLATFORM, str(number), now())
        return Candidate(self.store, self.conversations, person.id)


@asynccontextmanager
async def opened_house(place: Place, *, durable: bool) -> AsyncIterator[House]:
    """Open the house at a place; the key and the tables are made where need be."""
    keys, _ = read_or_make(place.key_file, database=place.file)
    async with opened(place.url, keys, durable=durable) as database:
        store = TimedStore(database)
        yield House(store, Conversations(store, now))


def now() -> datetime:
    """Give the instant it is, aware."""
    return datetime.now(UTC)
