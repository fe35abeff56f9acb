"""A language model reads along where the person agreed to it on this account, and only there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.conversations import Command, Conversations, Turn
from bot.flows.catalogue import DEBRIEF, context_of
from bot.flows.debrief import Start
from bot.flows.steps import Say
from bot.outside.language_model import Address, LanguageModel
from bot.people import Purpose, model_wording
from bot.store import Keys, Store, open_store
from bot.words import ENGLISH
from tests.outside.model_server import ModelServer, model_server

NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
STORY = (
    "I turned up twenty minutes late. I met Sarah Lind there. She glanced at the clock while I was "
    "on my second year of uni."
)
SEEN = json.dumps(
    {
        "findings": [
            {
                "id": "rambled",
                "sentence": 3,
                "quote": "She glanced at the clock while I was on my second year of uni",
                "stance": "happened",
            }
        ],
        "skills": [],
    }
)


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        running.answer = lambda _: SEEN
        yield running


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 'd.db'}", Keys.fresh(), durable=False) as opened:
        yield opened


@pytest.fixture
async def model(server: ModelServer) -> AsyncIterator[LanguageModel]:
    reader = LanguageModel(Address(server.url, "small-1"), lambda: NOW)
    yield reader
    await reader.aclose()


async def told(store: Store, model: LanguageModel, *, on: str = "here") -> tuple[Turn, list[str]]:
    """Tell the story on one account; gives the turn after it and all that was said."""
    person = await store.person_for("terminal", "me", NOW)
    accounts = {one.platform_id: one.id for one in await store.accounts(person.id)}
    conversations = Conversations(store, lambda: NOW, model=model)
    context = context_of(Start(introduced=True, days_since=1))
    account = accounts["me"] if on == "here" else "elsewhere"
    turn = await conversations.begin(person.id, DEBRIEF, context, account=account)
    said: list[str] = []
    while turn.question is not None and len(said) < 60:
        said += [ENGLISH.say(one.text) for one in turn.said if isinstance(one, Say)]
        key = turn.question.key
        if key == "account":
            turn = await conversations.answer(turn.conversation, person.id, key, STORY)
        elif key.startswith("account."):
            turn = await conversations.command(turn.conversation, person.id, Command.DONE)
        elif key == "fits.1":
            break
        else:
            turn = await conversations.command(turn.conversation, person.id, Command.SKIP)
    return turn, said


async def agree(store: Store, host: str = "127.0.0.1") -> None:
    person = await store.person_for("terminal", "me", NOW)
    (account,) = await store.accounts(person.id)
    wording = ENGLISH.say(model_wording(host, "small-1"))
    await store.give_consent(person.id, Purpose.LANGUAGE_MODEL, wording, NOW, account=account.id)


async def test_nothing_is_sent_unless_they_agreed(
    store: Store, server: ModelServer, model: LanguageModel
) -> None:
    _, said = await told(store, model)

    assert server.asked == []
    assert not any("language model" in one for one in said)


async def test_it_reads_along_once_they_agreed_and_is_named(
    store: Store, server: ModelServer, model: LanguageModel
) -> None:
    await agree(store)

    _, said = await told(store, model)

    assert len(server.asked) == 1
    assert "Sarah" not in server.seen
    assert any("the language model small-1" in one for one in said)


async def test_a_failure_is_said_and_the_built_in_reader_stands(
    store: Store, server: ModelServer, model: LanguageModel
) -> None:
    await agree(store)
    server.status = 500

    turn, said = await told(store, model)

    assert any("built-in reader alone" in one for one in said)
    assert turn.question is not None


async def test_it_ends_with_the_consent(
    store: Store, server: ModelServer, model: LanguageModel
) -> None:
    await agree(store)
    person = await store.person_for("terminal", "me", NOW)
    await store.withdraw_consent(person.id, Purpose.LANGUAGE_MODEL, NOW)

    await told(store, model)

    assert server.asked == []


async def test_what_they_agreed_to_on_one_account_holds_for_no_other(
    store: Store, server: ModelServer, model: LanguageModel
) -> None:
    await agree(store)

    await told(store, model, on="elsewhere")

    assert server.asked == []


async def test_what_they_agreed_to_for_one_machine_holds_for_no_other(
    store: Store, server: ModelServer, model: LanguageModel
) -> None:
    await agree(store, host="models.example.org")

    await told(store, model)

    assert server.asked == []
