"""Opening the house for one person at a terminal: settings, key, store, clock."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
import structlog

from bot.config import Config, WrongSettings, read_config
from bot.conversations import Clock, Conversations, NotYours
from bot.outside.language_model import Address, LanguageModel, NotInstalled
from bot.people import Person, Settings
from bot.platforms.terminal.fitting import fitted
from bot.store import (
    DatabaseLocked,
    Keys,
    Store,
    StoreError,
    file_of,
    open_store,
    read_or_make,
)
from bot.words import ENGLISH, Language, Text, language, t

PLATFORM = "terminal"


class CannotDo(Exception):
    """Something that was asked for on the command line and cannot be done; says what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(ENGLISH.say(text))
        self.text = text


class Nobody(CannotDo):
    """There is nothing about the person who was named, and nothing is made for them."""

    def __init__(self, name: str) -> None:
        super().__init__(t("There is nothing about “{name}” here.", name=name))


@dataclass(frozen=True, slots=True)
class Guest:
    """One person at this terminal, with the house open for them."""

    store: Store
    person: Person
    settings: Settings
    clock: Clock
    account: str
    """The house's own id of the account at this terminal."""
    model: LanguageModel | None = None
    """The language model that the operator has set up, if any."""
    new_key: Path | None = None
    """The file of the key, where this run has made it."""

    def tell_of_key(self) -> None:
        """Say on the standard error that a key was made, where it was."""
        if self.new_key is not None:
            made = t(
                "A new key is in {file}. Keep a copy: nothing here can be read without it.",
                file=str(self.new_key),
            )
            click.echo(fitted(self.language.say(made), sys.stderr), err=True)

    @property
    def language(self) -> Language:
        """The language in which they read."""
        return language(self.settings.language)

    def conversations(self, tongue: Language | None = None) -> Conversations:
        """Give what carries their conversations."""
        return Conversations(self.store, self.clock, tongue or self.language, self.model)


def run_for(
    database: str | None,
    person: str,
    command: Callable[[Guest], Coroutine[None, None, None]],
    *,
    now: str | None = None,
    newcomers: bool = False,
    empty: str | None = None,
) -> str | None:
    """Run a command for a person; gives None, or the sentence that says why it did not go.

    Unless `newcomers` are welcome, nothing is made for somebody who was never here: that there is
    nothing about them is said, on the standard error where `empty` is what a program reads.
    """
    try:
        config = read_config()
        _log_to_stderr(config)
        asyncio.run(
            _run(config, database or config.database, person, command, _clock(now), newcomers)
        )
    except Nobody as nobody:
        if empty is not None:
            click.echo(empty)
        said = ENGLISH.say(nobody.text)
        stream = sys.stdout if empty is None else sys.stderr
        click.echo(fitted(said, stream), file=stream)
    except (WrongSettings, StoreError, CannotDo, NotInstalled, NotYours) as wrong:
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
    url: str,
    person: str,
    command: Callable[[Guest], Coroutine[None, None, None]],
    clock: Clock,
    newcomers: bool,
) -> None:
    async with _entered(config, url, person, clock, newcomers) as guest:
        await command(guest)


@asynccontextmanager
async def _entered(
    config: Config, url: str, name: str, clock: Clock, newcomers: bool
) -> AsyncIterator[Guest]:
    file = file_of(url)
    if file is not None and not newcomers and not file.exists():
        raise Nobody(name)
    if file is not None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys, new_key = _keys(config, file)
    async with open_store(url, keys) as store:
        # Another program that writes just now is no reason to keep anybody waiting.
        with suppress(DatabaseLocked):
            await store.prune(clock())
        known = await store.person_known(PLATFORM, name)
        if known is None and not newcomers:
            raise Nobody(name)
        person = known or await store.person_for(PLATFORM, name, clock())
        account = next(
            one.id
            for one in await store.accounts(person.id)
            if (one.platform, one.platform_id) == (PLATFORM, name)
        )
        chosen = await store.settings(person.id)
        async with _model(config, clock) as model:
            yield Guest(store, person, chosen, clock, account, model, new_key)


@asynccontextmanager
async def _model(config: Config, clock: Clock) -> AsyncIterator[LanguageModel | None]:
    if not config.llm_url:
        yield None
        return
    key = None if config.llm_key is None else config.llm_key.get_secret_value()
    model = LanguageModel(Address(config.llm_url, config.llm_model, key), clock)
    try:
        yield model
    finally:
        await model.aclose()


def _keys(config: Config, database: Path | None) -> tuple[Keys, Path | None]:
    if config.key is not None:
        return Keys.from_text(config.key.get_secret_value()), None
    keys, made = read_or_make(config.key_file, database=database)
    return keys, config.key_file if made else None


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
