"""The ten answers with python-telegram-bot: ConversationHandler and PicklePersistence.

Every update is kept before the next one: `update_persistence` and one `flush`, which writes the
whole file. That is kinder to it than `on_flush=False`, which writes the whole file twice a turn.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.moves import MOVES, person_number, words_of
from tests.benchmarks.work import Turn, serve

# Imported by name: the library is not in the environment in which this file is checked.
telegram: Any = import_module("telegram")
ext: Any = import_module("telegram.ext")
request: Any = import_module("telegram.request")

_NAME: Final = "debrief"
_USER: Final = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


async def _answered_here(_self: Any, url: str, method: str, *_: Any, **__: Any) -> Any:
    result: Any = True
    if url.endswith("/getMe"):
        result = _USER
    elif url.endswith("/sendMessage"):
        chat = {"id": 1, "type": "private"}
        result = {"message_id": 1, "date": 1, "chat": chat, "from": _USER, "text": "asked"}
    return 200, json.dumps({"ok": True, "result": result}).encode()


async def _nothing(_self: Any) -> None:
    pass


_Local: Any = type(
    "_Local",
    (request.BaseRequest,),
    {
        "initialize": _nothing,
        "shutdown": _nothing,
        "do_request": _answered_here,
        "read_timeout": property(lambda _self: 5.0),
    },
)


async def _begin(update: Any, context: Any) -> int:
    context.user_data.clear()
    await update.effective_message.reply_text(MOVES[0][0].text)
    return 0


def _heard(place: int) -> Any:
    async def heard(update: Any, context: Any) -> int:
        context.user_data[MOVES[place][0].key] = update.effective_message.text
        following = MOVES[place + 1][0].text if place + 1 < len(MOVES) else "Thank you."
        await update.effective_message.reply_text(following)
        return place + 1

    return heard


async def _fill(path: Path, people: int) -> None:
    persistence = ext.PicklePersistence(path, on_flush=True)
    await persistence.get_user_data()
    await persistence.get_conversations(_NAME)
    for number in range(people):
        told = {question.key: f"{words_of(answer)} {number}" for question, answer in MOVES}
        await persistence.update_user_data(number + 1, told)
        await persistence.update_conversation(_NAME, (number + 1, number + 1), len(MOVES))
    await persistence.flush()


def _application(persistence: Any) -> Any:
    text = ext.filters.TEXT & ~ext.filters.COMMAND
    states = {place: [ext.MessageHandler(text, _heard(place))] for place in range(len(MOVES))}
    states[len(MOVES)] = []
    builder = ext.Application.builder().token("1:bench").persistence(persistence)
    builder = builder.request(_Local()).get_updates_request(_Local())
    application = builder.updater(None).job_queue(None).build()
    application.add_handler(
        ext.ConversationHandler(
            entry_points=[ext.CommandHandler("start", _begin)],
            states=states,
            fallbacks=[],
            name=_NAME,
            persistent=True,
            allow_reentry=True,
        )
    )
    return application


def _update(number: int, person: int, text: str, bot: Any) -> Any:
    entities = [{"type": "bot_command", "offset": 0, "length": 6}] if text == "/start" else []
    message = {
        "message_id": number,
        "date": 1_790_000_000,
        "chat": {"id": person, "type": "private", "first_name": "P"},
        "from": {"id": person, "is_bot": False, "first_name": "P"},
        "text": text,
        "entities": entities,
    }
    return telegram.Update.de_json({"update_id": number, "message": message}, bot)


async def _main(people: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "conversations.pickle"
        await _fill(path, people)
        persistence = ext.PicklePersistence(path, on_flush=True)
        application = _application(persistence)
        await application.initialize()

        async def handled(update: Any) -> float:
            begun = time.perf_counter()
            await application.process_update(update)
            await application.update_persistence()
            await persistence.flush()
            return (time.perf_counter() - begun) * 1_000

        async def hold(number: int) -> list[Turn]:
            person = person_number(number, people) + 1
            await handled(_update(number * 20, person, "/start", application.bot))
            took: list[float] = []
            for place, (_, answer) in enumerate(MOVES):
                text = words_of(answer)
                took.append(
                    await handled(_update(number * 20 + place + 1, person, text, application.bot))
                )
            stored = application.user_data[person]
            if len(stored) != len(MOVES):
                raise RuntimeError(f"Only {len(stored)} of the ten answers were kept.")
            return [Turn(one, one) for one in took]

        await serve(hold, {"megabytes": path.stat().st_size / 1_000_000})
        await application.shutdown()


if __name__ == "__main__":
    # Its advice on mixing kinds of handlers is not for a benchmark.
    warnings.simplefilter("ignore")
    asyncio.run(_main(int(sys.argv[1])))
