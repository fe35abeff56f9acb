"""The ten answers with aiogram: states and data in MemoryStorage, which keeps nothing on disk."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from importlib import import_module
from typing import Any, Final

from tests.benchmarks.moves import MOVES, person_number, words_of
from tests.benchmarks.work import Turn, serve

# Imported by name: the library is not in the environment in which this file is checked.
aiogram: Any = import_module("aiogram")
filters: Any = import_module("aiogram.filters")
context: Any = import_module("aiogram.fsm.context")
state: Any = import_module("aiogram.fsm.state")
base: Any = import_module("aiogram.fsm.storage.base")
memory: Any = import_module("aiogram.fsm.storage.memory")
session: Any = import_module("aiogram.client.session.base")
types: Any = import_module("aiogram.types")

_BOT: Final = 1
_STATES: Final = [state.State(f"q{place}", group_name="debrief") for place in range(len(MOVES) + 1)]


async def _nothing(_self: Any) -> None:
    pass


async def _answered_here(self: Any, bot: Any, method: Any, timeout: Any = None) -> Any:  # noqa: ASYNC109
    chat = {"id": 1, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "text": "asked"}
    body = json.dumps({"ok": True, "result": message})
    return self.check_response(bot=bot, method=method, status_code=200, content=body).result


async def _no_stream(_self: Any, *_: Any, **__: Any) -> AsyncIterator[bytes]:
    yield b""


_Local: Any = type(
    "_Local",
    (session.BaseSession,),
    {"close": _nothing, "make_request": _answered_here, "stream_content": _no_stream},
)


def _heard(place: int) -> Any:
    # The parameter's name is how aiogram gives a handler its state.
    async def heard(message: Any, state: Any) -> None:
        await state.update_data({MOVES[place][0].key: message.text})
        await state.set_state(_STATES[place + 1])
        following = MOVES[place + 1][0].text if place + 1 < len(MOVES) else "Thank you."
        await message.answer(following)

    return heard


async def _begin(message: Any, state: Any) -> None:
    await state.clear()
    await state.set_state(_STATES[0])
    await message.answer(MOVES[0][0].text)


def _key(person: int) -> Any:
    return base.StorageKey(bot_id=_BOT, chat_id=person, user_id=person)


async def _fill(storage: Any, people: int) -> None:
    for number in range(people):
        told = {question.key: f"{words_of(answer)} {number}" for question, answer in MOVES}
        await storage.set_data(_key(number + 1), told)
        await storage.set_state(_key(number + 1), _STATES[-1])


def _update(number: int, person: int, text: str, bot: Any) -> Any:
    message = {
        "message_id": number,
        "date": 1_790_000_000,
        "chat": {"id": person, "type": "private", "first_name": "P"},
        "from": {"id": person, "is_bot": False, "first_name": "P"},
        "text": text,
    }
    return types.Update.model_validate(
        {"update_id": number, "message": message}, context={"bot": bot}
    )


async def _main(people: int) -> None:
    bot = aiogram.Bot("1:bench", session=_Local())
    storage = memory.MemoryStorage()
    await _fill(storage, people)
    dispatcher = aiogram.Dispatcher(storage=storage)
    dispatcher.message.register(_begin, filters.Command("start"))
    for place in range(len(MOVES)):
        dispatcher.message.register(_heard(place), _STATES[place])

    async def hold(number: int) -> list[Turn]:
        person = person_number(number, people) + 1
        await dispatcher.feed_update(bot, _update(number * 20, person, "/start", bot))
        turns: list[Turn] = []
        for place, (_, answer) in enumerate(MOVES):
            update = _update(number * 20 + place + 1, person, words_of(answer), bot)
            begun = time.perf_counter()
            await dispatcher.feed_update(bot, update)
            took = (time.perf_counter() - begun) * 1_000
            turns.append(Turn(took, took))
        stored = await storage.get_data(_key(person))
        if len(stored) != len(MOVES):
            raise RuntimeError(f"Only {len(stored)} of the ten answers were kept.")
        return turns

    await serve(hold, {"megabytes": 0.0})


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
