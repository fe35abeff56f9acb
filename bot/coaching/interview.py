"""The facts of one interview, and what can be told of them from a plain sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from bot.coaching.when import past_day


class Way(StrEnum):
    """How it was held, as far as it changes which questions make sense."""

    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in_person"
    GROUP = "group"
    PRACTICAL = "practical"
    PRESENTATION = "presentation"


@dataclass(frozen=True, slots=True)
class Interview:
    """What is known of one interview. Every part may be missing; nothing in it is guessed."""

    role: str | None = None
    employer: str | None = None
    stage: str | None = None
    country: str | None = None
    """ISO 3166 alpha-2 code of the employer's country."""
    region: str | None = None
    held_on: date | None = None
    way: Way | None = None

    def days_since(self, today: date) -> int | None:
        """Whole days from the interview to today."""
        return None if self.held_on is None else (today - self.held_on).days

    def filled_from(self, other: Interview) -> Interview:
        """Give these facts, with what is missing taken from the other."""
        return replace(
            self,
            **{
                name: getattr(other, name)
                for name in ("role", "employer", "stage", "country", "region", "held_on", "way")
                if getattr(self, name) is None
            },
        )


_STAGES: Final = (
    ("trial shift", r"trial shift|trial day|work(?:ing)? trial|cook[- ]?off|stage shift|\btrial\b"),
    ("assessment centre", r"assessment (?:centre|center|day)"),
    ("take-home", r"take[- ]?home"),
    ("presentation", r"presentation|pitch"),
    ("panel", r"\bpanel\b"),
    ("group interview", r"group (?:interview|exercise|task)"),
    ("phone screen", r"phone (?:screen|call|interview)|telephone interview|by phone|on the phone"),
    ("video call", r"video|zoom|teams call|on teams|google meet|skype|webcam"),
    ("final round", r"final (?:round|stage|interview)|last round"),
    ("second round", r"(?:second|2nd) (?:round|stage|interview)"),
    ("first round", r"(?:first|1st) (?:round|stage|interview)|screening"),
)
_WAYS: Final = (
    (Way.PRACTICAL, r"trial|cook[- ]?off|take[- ]?home|coding (?:test|task)|whiteboard|live coding"
                    r"|practical|skills? test|work sample|case (?:study|interview)|audition"),
    (Way.PRESENTATION, r"presentation|pitch"),
    (Way.GROUP, r"group|panel|assessment (?:centre|center|day)"),
    (Way.PHONE, r"phone"),
    (Way.VIDEO, r"video|zoom|teams|google meet|skype|webcam|online"),
    (Way.IN_PERSON, r"in person|on site|onsite|face to face|at their office|went (?:in|there)"),
)  # fmt: skip
_EMPLOYER: Final = re.compile(
    r"\b(?:at|with|@)\s+(?P<employer>(?:the\s+)?[A-Z0-9][\w&'’.+-]*(?:\s+(?:of|and|the|&|de|for)(?=\s+[A-Z])"
    r"|\s+[A-Z0-9][\w&'’.+-]*){0,5})"
)
_ROLE: Final = re.compile(
    r"^(?:it was|i (?:had|went)|had|just had|interviewed|interview)?\s*(?:an? interview)?\s*"
    r"(?:for|as)?\s*(?:an?|the|my)?\s*"
    r"(?P<role>[^\W\d_][\w'’/&+ -]{1,48}?)"
    r"(?:\s+(?:job|position|role|post|vacancy|interview))?"
    r"(?=\s+(?:at|with|@|in)\s|\s*[,.;(]|\s+(?:yesterday|today|on|last|this)\b|$)",
    re.IGNORECASE,
)
_NO_ROLE: Final = re.compile(
    r"^(?:it|i|we|they|he|she|this|that|so|well|just|hi|hello|yes|no|ok(?:ay)?|my|today|yesterday"
    r"|in|at|on|the|an?|one|two|not|dont|don't|skip|none|nothing|interview|had|was|went)\b",
    re.IGNORECASE,
)


def facts_in(words: str, today: date) -> Interview:
    """Read what a sentence or an account says of the interview itself.

    Only plain statements count: "line cook at Harbour Kitchen, trial shift, yesterday". The role is
    taken only from a short answer that begins with it, since a long account begins with anything.
    """
    first = words.strip().split("\n", 1)[0]
    role = None
    if len(words) <= 200 and (found := _ROLE.match(first)) is not None:
        candidate = found["role"].strip(" -")
        if not _NO_ROLE.match(candidate) and len(candidate.split()) <= 6:
            role = candidate
    employer = None
    if len(words) <= 400 and (found := _EMPLOYER.search(words)) is not None:
        employer = found["employer"].rstrip(".,' ")
    country = _country_in(words)
    return Interview(
        role=role,
        employer=employer,
        stage=next((name for name, cue in _STAGES if re.search(cue, words, re.IGNORECASE)), None),
        country=country,
        region=None if country is None else _region_in(words, country),
        held_on=past_day(words, today) if len(words) <= 400 else None,
        way=next((way for way, cue in _WAYS if re.search(cue, words, re.IGNORECASE)), None),
    )


def is_practical(interview: Interview) -> bool:
    """Tell whether there was something to do or make, so that a task is worth asking about."""
    return interview.way in (Way.PRACTICAL, Way.PRESENTATION)


def way_of(stage: str) -> Way | None:
    """Read from the name of a stage how it was held."""
    return next((way for way, cue in _WAYS if re.search(cue, stage, re.IGNORECASE)), None)


_FEDERAL: Final = ("US", "CA", "AU")
"""Where people name the state or province and leave out the country."""
_SHORT: Final = {"UK": "GB", "USA": "US", "US": "US", "U.S.": "US", "U.K.": "GB", "UAE": "AE"}
_PARTS: Final = {
    "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "britain": "GB",
    "great britain": "GB", "america": "US", "the states": "US", "holland": "NL", "ontario": "CA",
    "london": "GB", "berlin": "DE", "munich": "DE", "toronto": "CA", "sydney": "AU",
    "melbourne": "AU", "mumbai": "IN", "bangalore": "IN", "delhi": "IN", "dublin": "IE",
}  # fmt: skip


@cache
def _countries() -> re.Pattern[str]:
    names = sorted([*country_names(), *_PARTS], key=len, reverse=True)
    return re.compile(
        r"(?:\bin |, ?|^)(?:the )?(" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE
    )


@cache
def country_names() -> dict[str, str]:
    """English names of countries in lower case, each with its ISO code."""
    from babel import Locale

    names = Locale("en").territories
    return {name.lower(): code for code, name in names.items() if len(code) == 2 and code.isalpha()}


@cache
def _regions(country: str) -> dict[str, str]:
    """Names of the regions that have holidays of their own, in small letters, with their codes."""
    from holidays import country_holidays, list_supported_countries

    if country not in list_supported_countries():
        return {}
    aliases = country_holidays(country).subdivisions_aliases
    return {name.lower(): code for name, code in aliases.items() if len(name) > 3}


def _region_in(words: str, country: str) -> str | None:
    regions = _regions(country)
    if not regions:
        return None
    either = "|".join(map(re.escape, sorted(regions, key=len, reverse=True)))
    found = re.search(rf"(?:\bin |, ?|^)(?:the )?({either})\b", words, re.IGNORECASE)
    return None if found is None else regions[found[1].lower()]


def _country_in(words: str) -> str | None:
    if found := re.search(r"(?<![\w.])(UK|uk|USA|US|U\.S\.|U\.K\.|UAE)(?!\w)", words):
        return _SHORT[found[1].upper()]
    if found := _countries().search(words):
        name = found[1].lower()
        return _PARTS.get(name) or country_names().get(name)
    return next((one for one in _FEDERAL if _region_in(words, one) is not None), None)
