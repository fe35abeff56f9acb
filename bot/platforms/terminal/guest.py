"""Opening the house for one person at a terminal: settings, key, store, clock."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
import structlog

from bot.config import Config, WrongSettings, read_config
from bot.conversations import Clock, Conversations, NotYours
from bot.people import Person, Settings
from bot.store import Keys, Store, StoreError, file_of, open_store, read_or_make
from bot.words import ENGLISH, Language, Text, language, t

PLATFORM = "terminal"


class CannotDo(Exception):
    """Something that was asked for on the command line and cannot be done; says what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(ENGLISH.say(text))
        self.text = text


@dataclass(frozen=True, slots=True)
class Guest:
    """One person at this terminal, with the house open for them."""

    store: Store
    person: Person
    settings: Settings
    clock: Clock

    @property
    def language(self) -> Language:
        """The language in which they read."""
        return language(self.settings.language)

    def conversations(self, tongue: Language | None = None) -> Conversations:
        """Give what carries their conversations."""
        return Conversations(self.store, self.clock, tongue or self.language)


def run_for(
    database: str | None,
    person: str,
    command: Callable[[Guest], Coroutine[None, None, None]],
    *,
    now: str | None = None,
) -> str | None:
    """Run a command for a person; gives None, or the sentence that says why it did not go."""
    try:
        config = read_config()
        _log_to_stderr(config)
        asyncio.run(_run(config, database, person, command, _clock(now)))
    except (WrongSettings, StoreError, CannotDo, NotYours) as wrong:
        return str(wrong)
    except BrokenPipeError:
        # Whoever read our output has gone; what was answered is kept.
        return None
    except KeyboardInterrupt:
        return None
    except Exception as fault:
        # Never the message or the values: they may hold what somebody wrote.
        where = traceback.extract_tb(fault.__traceback__)[-1]
        structlog.get_logger().error(
            "fault", kind=type(fault).__name__, file=where.filename, line=where.lineno
        )
        return ENGLISH.say(
            t("Something went wrong here, not with you. What you answered is kept; try again.")
        )
    return None


async def _run(
    config: Config,
    database: str | None,
    person: str,
    command: Callable[[Guest], Coroutine[None, None, None]],
    clock: Clock,
) -> None:
    async with _entered(config, database or config.database, person, clock) as guest:
        await command(guest)


@asynccontextmanager
async def _entered(config: Config, url: str, name: str, clock: Clock) -> AsyncIterator[Guest]:
    file = file_of(url)
    if file is not None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = _keys(config, file)
    async with open_store(url, keys) as store:
        person = await store.person_for(PLATFORM, name, clock())
        yield Guest(store, person, await store.settings(person.id), clock)


def _keys(config: Config, database: Path | None) -> Keys:
    if config.key is not None:
        return Keys.from_text(config.key.get_secret_value())
    keys, made = read_or_make(config.key_file, database=database)
    if made:
        made_here = t(
            "A new key was made in {file}. Without it nothing that you tell can be read, by "
            "anybody. Keep a copy of it in a safe place.",
            file=str(config.key_file),
        )
        click.echo(ENGLISH.say(made_here), err=True)
    return keys


def _clock(now: str | None) -> Clock:
    if now is None:
        return lambda: datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(now)
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise CannotDo(t("--now is an instant with an offset, as 2026-11-24T18:30:00+00:00."))
    fixed = moment
    return lambda: fixed


def _log_to_stderr(config: Config) -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.ConsoleRenderer(colors=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(config.log),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
