"""The data files that hold what a coach knows, checked when they load.

One TOML file a subject; an entry is one mistake, one factor, one strength, one source. A file that
does not fit is refused as a whole: `WrongKnowledge` names the file, the entry and the reason, so
that whoever edited it can mend it without reading this module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Container
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.words import Text, known

Sentence = Annotated[str, Field(min_length=2, pattern=r"^\S(.|\n)*\S$")]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{2,39}$")]
SourceId = Annotated[str, Field(pattern=r"^[PSRL][0-9]{1,2}$")]
Grade = Literal["A", "B", "C", "D", "E"]
Group = Literal["blunder", "subtle", "gap", "aftercare"]
Phase = Literal["before", "during", "after"]

GRADES: Final[dict[Grade, str]] = {
    "A": "a meta-analysis or large, direct research",
    "B": "peer-reviewed research, one study or several",
    "C": "opinion surveys, usually by a company with something to sell",
    "D": "what practitioners agree on; nobody has measured it",
    "E": "our own choice; no source was found",
}
"""How strong evidence is, in the words a person is told."""


class WrongKnowledge(Exception):
    """A data file that cannot be used; says which file, which entry and why."""

    def __init__(self, file: str, entry: str, reason: str) -> None:
        super().__init__(f"{file}: {entry}: {reason}")
        self.file = file
        self.entry = entry
        self.reason = reason


class Entry(BaseModel):
    """Anything that stands in a data file: fixed once read, and nothing in it unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class Source(Entry):
    """One source of section 6 of the knowledge base."""

    id: SourceId
    title: Sentence
    """Who, what, when, how many, in one line that can be shown."""
    url: str = ""
    read: Literal["opened", "second_hand"] = "opened"
    caution: str = ""


class Claim(Entry):
    """One thing that a source says, in words that can be shown to a person."""

    says: Sentence
    sources: tuple[SourceId, ...] = ()
    year: int | None = Field(default=None, ge=1980, le=2026)


class Evidence(Entry):
    """What is known about one entry and how much it is worth."""

    grade: Grade
    claims: tuple[Claim, ...] = ()
    weakness: Sentence
    """How weak it is, said plainly: "opinion surveys; nobody measured what it costs"."""


class Modifier(Entry):
    """When an entry weighs more or less than usual.

    `when` is for people. The lists below let a program apply it by itself: all that are given must
    fit, each is matched as a lower-case part of the context's own words (countries by code).
    `words` are looked for in the person's own words. With none of them, it is not applied alone.
    """

    level: int = Field(ge=0, le=3)
    when: Sentence
    countries: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Silent(Entry):
    """For what people leave out: whether to ask although the account says nothing of it."""

    prior: float = Field(gt=0, lt=1)
    """A guess, grade E, of how often it is so when nothing is said; only orders questions."""
    from_days: int = Field(default=0, ge=0)
    """Not before so many days after the interview."""


class Mistake(Entry):
    """One of the mistakes that a candidate may have made."""

    id: Id
    name: Sentence
    phase: Phase
    group: Group
    severity: int = Field(ge=1, le=3)
    modifiers: tuple[Modifier, ...] = ()
    counts: Sentence
    does_not_count: tuple[Sentence, ...] = Field(min_length=1)
    hard_negatives: tuple[Sentence, ...] = Field(min_length=1)
    cues: tuple[Sentence, ...] = Field(min_length=1)
    evidence: Evidence
    gentle: Sentence
    """What it may have cost, said gently: "may have", one idea a sentence, no label."""
    direct: Sentence
    """The same, in fewer words."""
    next_move: Sentence
    """One thing to do, that can be done before the next interview."""
    quick: bool = True
    """Whether the next move can be made within a week."""
    ask: Sentence
    """The closed confirming question: yes, no, them, put right, not sure."""
    ask_open: Sentence
    """The open one, for a coach or a person with time."""
    silent: Silent | None = None

    def text(
        self, field: Literal["name", "gentle", "direct", "next_move", "ask", "ask_open"]
    ) -> Text:
        """Give one of its texts, to be said in the reader's language."""
        return known(f"mistakes.{self.id}.{field}", str(getattr(self, field)))


class Factor(Entry):
    """Something that was not the candidate's doing."""

    id: Annotated[str, Field(pattern=r"^nf_[a-z_]{2,37}$")]
    name: Sentence
    counts: Sentence
    does_not_count: tuple[Sentence, ...] = Field(min_length=1)
    cues: tuple[Sentence, ...] = Field(min_length=1)
    evidence: Evidence
    say: Sentence
    """What a person is told about it."""
    do: Sentence
    """What can be done with it, if anything."""
    ask: Sentence
    ask_open: Sentence

    def text(self, field: Literal["name", "say", "do", "ask", "ask_open"]) -> Text:
        """Give one of its texts, to be said in the reader's language."""
        return known(f"not_your_fault.{self.id}.{field}", str(getattr(self, field)))


class Strong(Entry):
    """Something that went well, told in the same detail as a mistake."""

    id: Annotated[str, Field(pattern=r"^st_[a-z_]{2,37}$")]
    name: Sentence
    counts: Sentence
    does_not_count: tuple[Sentence, ...] = Field(min_length=1)
    cues: tuple[Sentence, ...] = Field(min_length=1)
    evidence: Evidence
    say: Sentence
    """What it showed, with "may have" where nobody said so."""
    keep: Sentence
    """How to use it again."""
    ask: Sentence

    def text(self, field: Literal["name", "say", "keep", "ask"]) -> Text:
        """Give one of its texts, to be said in the reader's language."""
        return known(f"strengths.{self.id}.{field}", str(getattr(self, field)))


class Overlap(Entry):
    """Two entries that the same words may seem to carry: which of them stands."""

    stands: Id
    gives_way: tuple[Id, ...] = Field(min_length=1)
    where: Literal["same_place", "anywhere"]
    """Whether they must rest on the same sentence, or only stand in the same account."""
    why: Sentence


class Question(Entry):
    """One of the eight questions that discriminate best."""

    key: Id
    text: Sentence
    direct: Sentence
    serves: tuple[Id, ...]
    skip_if: tuple[Id, ...] = ()
    """Ids that answer it: with a sign of one of them in the account it is not asked."""

    def words(self, *, direct: bool = False) -> Text:
        """Give the question in the tone asked for."""
        if direct:
            return known(f"questions.{self.key}.direct", self.direct)
        return known(f"questions.{self.key}.text", self.text)


E_ = TypeVar("E_", bound=Entry)


def entries(file: str, kind: type[E_], table: str, name: str = "id") -> tuple[E_, ...]:
    """Read every `[[table]]` of a data file as `kind`.

    Raises:
        WrongKnowledge: the file is not TOML, an entry does not fit, or two share a name.
    """
    return entries_from(_text(file), file, kind, table, name)


def entries_from(
    text: str, file: str, kind: type[E_], table: str, name: str = "id"
) -> tuple[E_, ...]:
    """Read every `[[table]]` of `text` as `kind`; `file` is what a refusal calls it.

    Raises:
        WrongKnowledge: the text is not TOML, an entry does not fit, or two share a name.
    """
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise WrongKnowledge(file, "the whole file", f"it is not TOML: {wrong}") from wrong
    rows = read.get(table)
    if not isinstance(rows, list) or not rows:
        raise WrongKnowledge(file, f"[[{table}]]", "there is none; at least one is needed")
    found: dict[str, E_] = {}
    for place, row in enumerate(rows, 1):
        label = (
            str(row.get(name, f"number {place}")) if isinstance(row, dict) else f"number {place}"
        )
        try:
            entry = kind.model_validate(row)
        except ValidationError as wrong:
            first = wrong.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise WrongKnowledge(file, label, f"{where}: {first['msg']}") from wrong
        if label in found:
            raise WrongKnowledge(file, label, "it stands there twice")
        found[label] = entry
    return tuple(found.values())


def _text(file: str) -> str:
    return (files(__package__) / file).read_text(encoding="utf-8")


@cache
def sources() -> dict[str, Source]:
    """Every source, by its id."""
    return {source.id: source for source in entries("sources.toml", Source, "source")}


@cache
def mistakes() -> dict[str, Mistake]:
    """The 36 mistakes, by id, in the order of the knowledge base."""
    found = {one.id: one for one in entries("mistakes.toml", Mistake, "mistake")}
    for one in found.values():
        _check_sources("mistakes.toml", one.id, one.evidence)
    return found


@cache
def factors() -> dict[str, Factor]:
    """The 14 things that were not the candidate's doing, by id."""
    found = {one.id: one for one in entries("not_your_fault.toml", Factor, "factor")}
    for one in found.values():
        _check_sources("not_your_fault.toml", one.id, one.evidence)
    return found


@cache
def strengths() -> dict[str, Strong]:
    """The 14 strengths, by id."""
    found = {one.id: one for one in entries("strengths.toml", Strong, "strength")}
    for one in found.values():
        _check_sources("strengths.toml", one.id, one.evidence)
    return found


@cache
def overlaps() -> tuple[Overlap, ...]:
    """Which entry stands when two would rest on the same words."""
    found = entries("overlaps.toml", Overlap, "overlap", name="stands")
    taxonomy = {*mistakes(), *factors(), *strengths()}
    for overlap in found:
        for one in (overlap.stands, *overlap.gives_way):
            if one not in taxonomy:
                raise WrongKnowledge("overlaps.toml", overlap.stands, f"{one} is no id we know")
    return found


@cache
def questions() -> dict[str, Question]:
    """The eight questions, by key, in the order in which they are asked."""
    found = {one.key: one for one in entries("questions.toml", Question, "question", name="key")}
    taxonomy = {*mistakes(), *factors(), *strengths()}
    for one in found.values():
        for id_ in (*one.serves, *one.skip_if):
            if id_ not in taxonomy:
                raise WrongKnowledge("questions.toml", one.key, f"{id_} is no id we know")
    return found


def entry(id_: str) -> Mistake | Factor | Strong:
    """Give the entry of any id of the taxonomy.

    Raises:
        KeyError: no such id.
    """
    if id_.startswith("nf_"):
        return factors()[id_]
    if id_.startswith("st_"):
        return strengths()[id_]
    return mistakes()[id_]


def confirming(id_: str) -> Text:
    """Give the closed confirming question of any id of the taxonomy.

    Raises:
        KeyError: no such id.
    """
    return entry(id_).text("ask")


def _check_sources(file: str, entry: str, evidence: Evidence) -> None:
    check_sources(file, entry, evidence, sources())


def check_sources(file: str, entry: str, evidence: Evidence, listed: Container[str]) -> None:
    """Refuse an entry whose evidence names a source that is not listed.

    Raises:
        WrongKnowledge: a claim names a source that is not listed.
    """
    for claim in evidence.claims:
        for source in claim.sources:
            if source not in listed:
                raise WrongKnowledge(file, entry, f"source {source} is not in sources.toml")
