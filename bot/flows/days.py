"""How long ago something came, for a person who need not look up the day."""

from __future__ import annotations

from typing import Final

from bot.flows.steps import Flow, Option, choose
from bot.words import Text, t

_AGO: Final = (
    Option("0", t("Today")),
    Option("1", t("Yesterday")),
    Option("3", t("Two or three days ago")),
    Option("7", t("A week ago or more")),
)


def days_ago(key: str, text: Text) -> Flow[int | None]:
    """Ask how many days ago it was; the nearest one counts, and None is not told."""
    chosen = yield from choose(key, text, _AGO)
    return None if chosen is None else int(chosen)
