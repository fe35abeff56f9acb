"""Who a person is to the house: their accounts, their settings, what they agreed to, their zone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from bot.words import Text, Tone, t


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who debriefs here: a random id, and nothing that says who they are."""

    id: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """Where a person can be met: one account of theirs on one platform."""

    id: str
    """The house's own random id of the account."""
    platform: str
    platform_id: str
    """The platform's id of the person."""
    address: str
    """Where a message to them goes; on most platforms the same as their id."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose, with what holds until they choose."""

    language: str = "en"
    zone: str | None = None
    """Their own IANA time zone; without it no nudge is sent."""
    country: str | None = None
    """The employers' country where none is named: ISO 3166 alpha-2."""
    tone: Tone = Tone.GENTLE
    most_status_notes: Literal[1, 2] = 1


class Purpose(StrEnum):
    """What a person may agree to. Each is asked for alone and can be taken back alone."""

    NUDGES = "nudges"
    LANGUAGE_MODEL = "language_model"
    SPEECH = "speech"
    SHARING = "sharing"
    INSIGHTS = "insights"


@dataclass(frozen=True, slots=True)
class Consent:
    """One time that a person agreed to something, in the words that they were shown."""

    id: str
    purpose: Purpose
    account: str | None
    """The account on which they agreed; it holds for no other. None once that is unlinked."""
    wording: str
    given: datetime
    withdrawn: datetime | None = None


def agreed(consents: Iterable[Consent], purpose: Purpose, account: str) -> bool:
    """Tell whether a person has agreed to this on this account and not taken it back."""
    return any(
        one.purpose is purpose and one.account == account and one.withdrawn is None
        for one in consents
    )


def agreed_to_model(consents: Iterable[Consent], account: str, host: str) -> bool:
    """Tell whether they agreed on this account to a language model on this machine.

    The wording names the machine: where the operator turns to another one, they are asked anew.
    """
    named = re.compile(rf"(?<![\w.-]){re.escape(host)}(?![\w-]|\.\w)")
    these = [one for one in consents if named.search(one.wording)]
    return agreed(these, Purpose.LANGUAGE_MODEL, account)


def model_wording(host: str, model: str) -> Text:
    """Say what a person agrees to when a language model is to read their accounts too."""
    return t(
        "Your accounts of interviews will be sent to {host}, where the language model {model} "
        "reads them a second time. Before that, names, mail addresses, telephone numbers and "
        "links are taken out as far as a program can see them; the rest of your words stays as "
        "it is. I do nothing else with it; what is done with it over there, I cannot see. You can "
        "take this back at any time.",
        host=host,
        model=model,
    )


_NOWHERE: Final = frozenset({"001", "ZZ"})
"""What the Unicode data call the whole world and an unknown place."""


def country_of_zone(zone: str) -> str | None:
    """Give the ISO 3166 code of the country that a time zone lies in; None when unknown.

    Older names of a zone are followed in the Unicode data rather than in the links of the time
    zone database, which cross borders: there, a town in Canada is a link to Panama.
    """
    return _countries().get(zone) or _country_of_older_name(zone)


@cache
def _countries() -> dict[str, str]:
    table = (files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {row[2]: row[0] for row in rows if len(row) > 2}


def _country_of_older_name(zone: str) -> str | None:
    from babel.core import get_global

    newer = get_global("zone_aliases").get(zone, zone)
    country = _countries().get(newer) or get_global("zone_territories").get(newer)
    return None if country is None or country in _NOWHERE else country
