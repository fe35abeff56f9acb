"""What may generally not be asked in an interview, by place, and what can be said and kept.

General information and the name of an official body, never a verdict: no text says that a rule was
broken, that nothing was wrong, or what would come of it. Which words are allowed is held by a test
over every line of the files in `knowledge/rights`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field

from bot.coaching.knowledge import Entry, Id, Sentence, SourceId, WrongKnowledge, entries, sources
from bot.words import Text, known, t


class Topic(StrEnum):
    """What an improper question, or a rule, is about."""

    BIRTH_DATE = "birth_date"
    AGE = "age"
    FAMILY = "family"
    HEALTH = "health"
    ORIGIN = "origin"
    RELIGION = "religion"
    SEX = "sex"
    UNION = "union"
    PAY_HISTORY = "pay_history"
    CRIMINAL_RECORD = "criminal_record"
    BACKGROUND_CHECK = "background_check"
    TRIAL_WORK = "trial_work"
    FEEDBACK = "feedback"
    DUTY_TO_INFORM = "duty_to_inform"
    TIME_LIMIT = "time_limit"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is generally so at a place."""

    id: str
    topics: frozenset[Topic]
    text: Text
    sources: tuple[str, ...]
    as_of: str
    """The year, month or day as of which it was read."""
    verified: bool
    """False where nobody has looked it up in full."""

    def shown(self) -> Text:
        """Give the line as a person sees it, with the warning that it needs."""
        if Topic.TIME_LIMIT in self.topics:
            return t(
                "{line} Check this at once: a limit that has passed usually cannot be repaired.",
                line=self.text,
            )
        if not self.verified:
            return t("Check this first, I have not looked it up in full: {line}", line=self.text)
        return self.text


@dataclass(frozen=True, slots=True)
class Guide:
    """What can be told about one place."""

    place: Text
    lines: tuple[Line, ...]
    """What fits the topics, then what holds for all of them; everything where no topic was given.

    Time limits stand apart.
    """
    others: tuple[Line, ...]
    """The rest of what is known of the place."""
    time_limits: tuple[Line, ...]
    bodies: tuple[Text, ...]
    ask: tuple[Text, ...]
    """What to ask the person so that the right lines can be shown: place, stage and so on."""
    record: tuple[Text, ...]
    not_legal_advice: Text
    """The closing sentence; it is always shown."""
    ask_country: bool
    """No country was given; only what is common to all is told."""
    ask_region: bool
    """The rules differ inside the country and no region was given."""
    covered: bool
    """False where nothing is known of the place's own rules."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to meet an improper question; each of the five is fine."""

    name: Text
    words: Text
    when: Text


def guide(
    country: str | None, region: str | None = None, topics: frozenset[str] = frozenset()
) -> Guide:
    """Give what is generally so at a place, what fits the topics first.

    `country` is an ISO 3166 code, `region` the code of a state or province ("CO", "ON"); both may
    come in one, as in "US-CO". A country of the EU without rules of its own here gets the EU frame.
    """
    here = _here(country, region)
    files = tuple(file for file in _FILES if any(here.in_(one) for one in _places(file)))
    own = [line for file in files for line in _lines(file) if here.has(line)]
    limits = [line for line in own if line.topic is Topic.TIME_LIMIT]
    rules = [line for line in own if line.topic is not Topic.TIME_LIMIT]
    for line in _lines(_CORE):
        if line.topic is not Topic.TIME_LIMIT:
            rules.append(line)
        elif not limits:
            limits.append(line)
    first = [line for line in rules if not topics or line.touches(topics)]
    always = [line for line in rules if line not in first and line.topic is Topic.GENERAL]
    place = _place(files[0] if files else _CORE, here)
    country_asked = not here.country
    region_asked = place.ask_region and not here.region
    return Guide(
        place=place.named,
        lines=tuple(line.given for line in (*first, *always)),
        others=tuple(line.given for line in rules if line not in first and line not in always),
        time_limits=tuple(line.given for line in limits),
        bodies=tuple(
            one.said
            for file in files
            for one in _bodies(file)
            if here.has(one) and (not topics or not one.topics or one.topics & topics)
        ),
        ask=tuple(
            one.said
            for one in _asks()
            if {"no_country": country_asked, "no_region": region_asked}.get(one.when, True)
            and (not one.topics or one.topics & topics)
        ),
        record=record_card(),
        not_legal_advice=t(
            "This is general information, not legal advice. Rules differ by place and change; "
            "{body} can tell you what applies to you.",
            body=place.lead_body,
        ),
        ask_country=country_asked,
        ask_region=region_asked,
        covered=bool(files),
    )


def topics_in(quote: str) -> frozenset[Topic]:
    """Tell which topics the words of an improper question touch."""
    plain = re.sub("['’‘`´]", "", " ".join(quote.casefold().split()))
    return frozenset(
        topic
        for topic, patterns in _topic_words().items()
        if any(pattern.search(plain) for pattern in patterns)
    )


def in_the_moment() -> tuple[Choice, ...]:
    """Give the five choices in the moment: the words that work, and when."""
    return tuple(
        Choice(*(known(f"{_CORE}.{one.id}.{part}", words) for part, words in one.parts()))
        for one in entries(_toml(_CORE), _ChoiceEntry, "choice")
    )


def record_card() -> tuple[Text, ...]:
    """Give what to write down, keep, leave unsaid and ask, after such a question."""
    return tuple(one.said for one in _said("record"))


def fair_questions() -> tuple[Text, ...]:
    """Give the questions that are fair and easily mistaken for improper ones."""
    return tuple(one.said for one in _said("fair"))


# --- where somebody is -----------------------------------------------------------------------

_CORE: Final = "rights/core"
_FILES: Final = tuple(f"rights/{name}" for name in ("de", "us", "gb", "ca", "in", "au", "eu"))
"""The more particular file before the frame it stands in."""
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_SAME_REGION: Final = {"NIR": "NI"}


@dataclass(frozen=True, slots=True)
class _Here:
    country: str
    """Empty where it is not known."""
    region: str

    def in_(self, place: _Place) -> bool:
        return self.country in place.countries

    def has(self, one: _Somewhere) -> bool:
        return (
            (not one.regions or self.region in one.regions)
            and self.region not in one.except_regions
            and self.country not in one.except_countries
        )


def _here(country: str | None, region: str | None) -> _Here:
    code, _, inside = (country or "").strip().upper().partition("-")
    if not _COUNTRY.fullmatch(code):
        return _Here("", "")
    inside = (region or inside).strip().upper().rpartition("-")[2]
    return _Here(code, _SAME_REGION.get(inside, inside))


# --- what the files say ----------------------------------------------------------------------


class _Somewhere(Entry):
    """An entry that holds in some regions only."""

    regions: frozenset[str] = frozenset()
    """Only in these; empty is everywhere in the country."""
    except_regions: frozenset[str] = frozenset()
    except_countries: frozenset[str] = frozenset()


class _Said(_Somewhere):
    id: Id
    text: Sentence
    topics: frozenset[Topic] = frozenset()
    when: Literal["always", "no_country", "no_region"] = "always"
    file: str = _CORE

    @property
    def said(self) -> Text:
        return known(f"{self.file}.{self.id}.text", self.text)


class _LineEntry(_Somewhere):
    id: Id
    topic: Topic
    also: frozenset[Topic] = frozenset()
    text: Sentence
    sources: tuple[SourceId, ...]
    as_of: Annotated[str, Field(pattern=r"^20\d\d(-(0[1-9]|1[0-2])(-[0-3]\d)?)?$")]
    verified: bool = True
    file: str = _CORE

    def touches(self, topics: frozenset[str]) -> bool:
        return self.topic in topics or bool(self.also & topics)

    @property
    def given(self) -> Line:
        return Line(
            self.id,
            self.also | {self.topic},
            known(f"{self.file}.{self.id}.text", self.text),
            self.sources,
            self.as_of,
            self.verified,
        )


class _Place(Entry):
    id: Annotated[str, Field(pattern=r"^[a-z_]{2,10}$")]
    countries: frozenset[str]
    regions: frozenset[str] = frozenset()
    name: Sentence
    body: Sentence
    """Whom to ask first, as it stands in the closing sentence."""
    ask_region: bool = False
    file: str = _CORE

    @property
    def named(self) -> Text:
        return known(f"{self.file}.{self.id}.name", self.name)

    @property
    def lead_body(self) -> Text:
        return known(f"{self.file}.{self.id}.body", self.body)


class _ChoiceEntry(Entry):
    id: Id
    name: Sentence
    words: Sentence
    when: Sentence

    def parts(self) -> tuple[tuple[str, str], ...]:
        return (("name", self.name), ("words", self.words), ("when", self.when))


class _TopicEntry(Entry):
    id: Topic
    patterns: tuple[str, ...] = Field(min_length=1)


_Filed = TypeVar("_Filed", _Said, _LineEntry, _Place)


def _toml(file: str) -> str:
    return f"{file}.toml"


def _filed(file: str, kind: type[_Filed], table: str) -> tuple[_Filed, ...]:
    """Read a table whose entries remember the file they stand in."""
    read = entries(_toml(file), kind, table)
    return tuple(one.model_copy(update={"file": file}) for one in read)


@cache
def _places(file: str) -> tuple[_Place, ...]:
    return _filed(file, _Place, "place")


def _place(file: str, here: _Here) -> _Place:
    region = (one for one in _places(file) if here.region in one.regions)
    return next(region, _places(file)[0])


@cache
def _lines(file: str) -> tuple[_LineEntry, ...]:
    found = _filed(file, _LineEntry, "line")
    for line in found:
        for source in line.sources:
            if source not in sources():
                raise WrongKnowledge(
                    _toml(file), line.id, f"source {source} is not in sources.toml"
                )
    return found


@cache
def _bodies(file: str) -> tuple[_Said, ...]:
    return _filed(file, _Said, "body")


@cache
def _said(table: str) -> tuple[_Said, ...]:
    return _filed(_CORE, _Said, table)


def _asks() -> tuple[_Said, ...]:
    return _said("ask")


@cache
def _topic_words() -> dict[Topic, tuple[re.Pattern[str], ...]]:
    found: dict[Topic, tuple[re.Pattern[str], ...]] = {}
    for one in entries(_toml(_CORE), _TopicEntry, "topic"):
        try:
            found[one.id] = tuple(re.compile(pattern) for pattern in one.patterns)
        except re.error as wrong:
            raise WrongKnowledge(_toml(_CORE), one.id, f"patterns: {wrong}") from wrong
    return found
