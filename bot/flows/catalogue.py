"""Every conversation that can be begun, by the name under which it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from pydantic import TypeAdapter

from bot.flows.debrief import Debrief, Start, debrief
from bot.flows.news import News, NewsStart, news
from bot.flows.steps import Flow

Ending: TypeAlias = Debrief | News | None
"""What a conversation can come to."""

DEBRIEF: Final = "debrief"
NEWS: Final = "news"

_START: Final = TypeAdapter(Start)
_NEWS_START: Final = TypeAdapter(NewsStart)


def flow_of(name: str, context: Mapping[str, Any]) -> Flow[Ending]:
    """Give a fresh run of the flow of this name, from what its conversation began with.

    Raises:
        KeyError: no flow of that name.
    """
    match name:
        case "debrief":
            return debrief(_START.validate_python(context))
        case "news":
            return news(_NEWS_START.validate_python(context))
        case _:
            raise KeyError(name)


def context_of(start: Start | NewsStart) -> dict[str, Any]:
    """Give the form in which what a conversation begins with is stored."""
    adapter: TypeAdapter[Any] = _START if isinstance(start, Start) else _NEWS_START
    stored: dict[str, Any] = adapter.dump_python(start, mode="json")
    return stored
