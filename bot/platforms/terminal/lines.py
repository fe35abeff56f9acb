"""The conversation for programs: one JSON object a line out, one a line in.

Out: `say`, `ask`, `report`, `error`, `end`. In: `{"key", "answer"}` with an optional `"id"` (the
same id twice counts once), or `{"command"}`, which may have an `"id"` as well, and the `"key"` of
the question that it is meant for: sent again after a restart it then never reaches another one. A
line that does not fit gets an `error` and the question once more; nothing is lost by it.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, TypeAlias

from bot.conversations import Command, Conversations, Refused, Turn
from bot.conversations.keeping import rendered
from bot.flows.steps import Choose, Say, Show
from bot.platforms.plain import plain
from bot.store import Event
from bot.words import Language, Text, t

Put: TypeAlias = Callable[[Mapping[str, object]], None]
"""Writes one object as one line, and sees that it has gone out."""


async def speak(
    conversations: Conversations,
    person: str,
    turn: Turn,
    lines: AsyncIterator[bytes],
    put: Put,
    language: Language,
) -> None:
    """Hold one conversation until it ends or the input does; what was answered is kept."""
    _put_turn(turn, put, language)
    while turn.question is not None:
        line = await anext(lines, None)
        if line is None:
            return
        if not line.strip():
            continue
        try:
            turn = await _heard(conversations, person, turn, line)
        except Refused as refused:
            turn = _without_words(refused.turn)
            put({"type": "error", "text": language.say(refused.text)})
        _put_turn(turn, put, language)


async def _heard(conversations: Conversations, person: str, turn: Turn, line: bytes) -> Turn:
    match _read(line):
        case {"key": str(key), "answer": str(answer), **rest}:
            event = _event(turn, rest.get("id"))
            return await conversations.answer(turn.conversation, person, key, answer, event)
        case {"command": str(name), **rest} if name in tuple(Command):
            event = _event(turn, rest.get("id"))
            meant = None if rest.get("key") is None else str(rest["key"])
            return await conversations.command(
                turn.conversation, person, Command(name), event, key=meant
            )
        case {"command": _}:
            raise Refused(
                t("The commands are: {commands}.", commands=tuple(one.value for one in Command)),
                _without_words(turn),
            )
        case _:
            raise Refused(_EXPECTED, _without_words(turn))


_EXPECTED: Text = t(
    "A line is one JSON object in UTF-8, with “key” and “answer” as strings, or with “command”."
)


def _read(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        # UnicodeDecodeError and JSONDecodeError are both ValueErrors.
        return None


def _event(turn: Turn, id_: object) -> Event | None:
    """Name an event so that the same id in another conversation is another event."""
    return None if id_ is None else Event("terminal", turn.conversation, str(id_)[:200])


def _without_words(turn: Turn) -> Turn:
    """Ask again without saying again what led to the question."""
    return Turn(turn.conversation, (), turn.question, turn.status)


def _put_turn(turn: Turn, put: Put, language: Language) -> None:
    for step in turn.said:
        match step:
            case Say(text):
                put({"type": "say", "text": language.say(text)})
            case Show(cards, report):
                for card in cards:
                    put({"type": "say", "text": plain(card, language)})
                if report is not None:
                    put({"type": "report", "report": rendered(dict(report), language)})
    if turn.question is None:
        put({"type": "end"})
        return
    put(_ask(turn, language))


def _ask(turn: Turn, language: Language) -> dict[str, Any]:
    question = turn.question
    assert question is not None
    asked: dict[str, Any] = {
        "type": "ask",
        "key": question.key,
        "kind": "write",
        "text": language.say(question.text),
        "options": [],
        "about": None,
        "quote": None,
    }
    if isinstance(question, Choose):
        asked["kind"] = "choose"
        asked["options"] = [
            {"name": one.name, "label": language.say(one.label)} for one in question.options
        ]
        asked["about"] = question.about
        asked["quote"] = question.quote
    return asked
