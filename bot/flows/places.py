"""The countries that can be chosen with one press: those whose guide and holidays we know best."""

from __future__ import annotations

from typing import Final

from bot.flows.steps import Flow, Option, choose
from bot.words import t

PLACES: Final = (
    Option("US", t("United States")),
    Option("GB", t("United Kingdom")),
    Option("IE", t("Ireland")),
    Option("CA", t("Canada")),
    Option("DE", t("Germany")),
    Option("IN", t("India")),
    Option("AU", t("Australia")),
    Option("NZ", t("New Zealand")),
    Option("ZA", t("South Africa")),
    Option("FR", t("France")),
    Option("ES", t("Spain")),
    Option("IT", t("Italy")),
    Option("NL", t("Netherlands")),
    Option("PL", t("Poland")),
    Option("AT", t("Austria")),
    Option("other", t("Another country")),
)


def place(key: str) -> Flow[str | None]:
    """Ask in which country the employer is; None for one that is not in the list, or skipped."""
    chosen = yield from choose(key, t("In which country is the employer?"), PLACES)
    return None if chosen in (None, "other") else chosen
