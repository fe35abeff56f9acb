"""The country and region of an employer, where the words name them as a place and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Place:
    """ISO 3166 codes of a country and of a region in it."""

    country: str | None = None
    region: str | None = None


_FEDERAL: Final = ("US", "CA", "AU")
"""Where people name the state or province and leave out the country."""
_SHORT: Final = {"UK": "GB", "USA": "US", "US": "US", "U.S.": "US", "U.K.": "GB", "UAE": "AE"}
_PARTS: Final = {
    "turkey": "TR", "czech republic": "CZ", "hong kong": "HK",
    "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "britain": "GB",
    "great britain": "GB", "america": "US", "the states": "US", "states": "US", "holland": "NL",
    "london": "GB", "berlin": "DE", "munich": "DE", "toronto": "CA", "sydney": "AU",
    "melbourne": "AU", "mumbai": "IN", "bangalore": "IN", "delhi": "IN", "dublin": "IE",
}  # fmt: skip
_FIRST_NAMES: Final = frozenset({"chad", "jordan", "israel", "kenya", "victoria", "sydney"})
_MORE_THAN_ONE: Final = frozenset({"georgia"})
"""A country and a state of another: not told by its name."""
_THEIR_OWN: Final = re.compile(
    r"\b(?:live|lived|living|born|stud(?:y|ied|ying)|worked?|working|grew up|university|degree"
    r"|school|experience|moved|years?|holiday|customers?|clients?|trained|family|married|visa|qualified)\b",
    re.IGNORECASE,
)
"""Words of a sentence in which a place is a part of the person's own life."""


@cache
def country_names() -> dict[str, str]:
    """English names of countries in lower case, each with its ISO code."""
    from babel import Locale

    names = Locale("en").territories
    return {name.lower(): code for code, name in names.items() if len(code) == 2 and code.isalpha()}


def place_in(words: str) -> Place:
    """Find the place of the employer; two different countries are none."""
    country = _country_in(words)
    return Place(country, None if country is None else _region_in(words, country))


@cache
def _regions(country: str) -> dict[str, str]:
    """Names of the regions that have holidays of their own, in small letters, with their codes."""
    from holidays import country_holidays, list_supported_countries

    if country not in list_supported_countries():
        return {}
    aliases = country_holidays(country).subdivisions_aliases
    return {name.lower(): code for name, code in aliases.items() if len(name) > 3}


@cache
def _places(names: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    town = r"(?:(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?, ?)?"
    return re.compile(
        rf"\b(?:in|(?:company|firm|employer) from) {town}(?:the )?(?P<name>{either})\b(?!['’]s)"
        r"(?! (?:street"
        rf"|road|team|office|house|hotel|hospital|station|\d))"
        rf"|(?:^|(?<=,)|(?<=, )|(?<=\n))(?:the )?(?P<last>{either})\W*$",
        re.IGNORECASE,
    )


def _named(words: str, names: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for match in _places(names).finditer(words):
        name = (match["name"] or match["last"]).lower()
        sentence = re.split(r"[.!?;,\n]", words[: match.start()])[-1]
        unsure = name in _MORE_THAN_ONE or (match["last"] and name in _FIRST_NAMES)
        if unsure or _THEIR_OWN.search(sentence):
            continue
        found.append(name)
    return found


def _region_in(words: str, country: str) -> str | None:
    regions = _regions(country)
    if not regions:
        return None
    codes = {regions[name] for name in _named(words, tuple(regions))}
    return codes.pop() if len(codes) == 1 else None


def _country_in(words: str) -> str | None:
    codes: set[str] = set()
    # "us" and "it" are words: only capitals count, and "uk" alone in small letters.
    for found in re.finditer(r"(?<![\w.])(UK|uk|USA|usa|US|U\.S\.|U\.K\.|UAE)(?![\w&])", words):
        codes.add(_SHORT[found[1].upper()])
    names = country_names()
    for name in _named(words, (*names, *_PARTS)):
        codes.add(_PARTS.get(name) or names[name])
    if codes:
        return codes.pop() if len(codes) == 1 else None
    federal = [one for one in _FEDERAL if _region_in(words, one) is not None]
    return federal[0] if len(federal) == 1 else None
