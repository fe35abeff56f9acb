"""What is given on the command line, held against what it can be."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.coaching.told.interview import country_names
from bot.platforms.terminal.guest import CannotDo
from bot.words import PSEUDO, t


def unless_unknown(said: str | None) -> str | None:
    """Give what was said; an empty text and the word "unknown" count as nothing."""
    return None if (said or "").strip().lower() in ("", "unknown") else said


def country_code(code: str | None) -> str | None:
    """Give the ISO 3166 code of a country; "UK" is understood.

    Raises:
        CannotDo: it is none.
    """
    if code is None:
        return None
    wanted = {"UK": "GB"}.get(code.strip().upper(), code.strip().upper())
    if wanted not in set(country_names().values()):
        wrong = t("{code} is no country code. It has two letters, as US, GB or DE.", code=code)
        raise CannotDo(wrong)
    return wanted


def zone_name(name: str) -> str:
    """Give the name of a time zone.

    Raises:
        CannotDo: it is none.
    """
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        wrong = t("{name} is no time zone. It looks like Europe/London.", name=name)
        raise CannotDo(wrong) from None
    return name


def language_tag(tag: str) -> str:
    """Give the tag of a language that there is a catalogue for.

    Raises:
        CannotDo: there is none yet.
    """
    if tag not in ("en", PSEUDO):
        wrong = t(
            "There is no catalogue for {tag} yet; there is {all}.", tag=tag, all=("en", PSEUDO)
        )
        raise CannotDo(wrong)
    return tag
