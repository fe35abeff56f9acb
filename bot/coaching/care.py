"""Care for somebody in despair: how heavy their words sound, what is said then, and whom to call.

The words, the numbers and the patterns stand in `knowledge/care.toml`. Nothing here is said by a
model or in other words, and no number is written anywhere else. Where two levels seem possible, the
higher one is taken: showing a number costs little.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import Annotated, Final, Literal

from pydantic import Field

from bot.coaching.knowledge import Entry, Id, Sentence, SourceId, WrongKnowledge, entries
from bot.words import Text, Value, known

_FILE: Final = "care.toml"
_Pattern = Annotated[str, Field(min_length=3)]
_Number = Annotated[str, Field(pattern=r"^[0-9][0-9 ]*[0-9]$")]


class Level(IntEnum):
    """How heavy somebody's words sound. A higher one is never less urgent."""

    NONE = 0
    ORDINARY = 1
    """Disappointed, fed up, embarrassed: it is named in one sentence and the talk goes on."""
    HEAVY = 2
    """No sleep, crying every day, no hope: no more asking for faults; a person is offered."""
    DANGER = 3
    """Words about dying, harm or no way out: everything else stops and a number is shown."""


class HelpLine(Entry):
    """Whom to call at one place, as it stands in the file."""

    id: Annotated[str, Field(pattern=r"^([a-z]{2}|elsewhere)$")]
    countries: tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...]
    name: Sentence
    calls: tuple[_Number, ...] = Field(max_length=3)
    text: _Number | Literal[""]
    """The number to send a text message to; empty where none is known to us."""
    web: Sentence
    """A page with lines to text or chat with, for every country."""
    emergency: tuple[_Number, ...] = Field(max_length=2)
    """Empty where the emergency number depends on a country that is not known."""
    sources: tuple[SourceId, ...]
    how: Literal["stored copy", "general knowledge", "checked"]
    """How the number came to stand in the file."""
    last_checked: date
    needs_check_at_release: bool

    def words(self) -> Text:
        """Say how it is reached."""
        if not self.calls:
            return _said("page_only", web=self.web)
        name, numbers = self.name, _either(self.calls)
        if not self.text:
            return _said("call_only", numbers=numbers, name=name, web=self.web)
        if self.calls == (self.text,):
            return _said("call_or_text", numbers=numbers, name=name)
        return _said("call_and_text_apart", numbers=numbers, name=name, text=self.text)

    def history(self) -> Text:
        """Say where its number comes from and when it was last looked at, for a help page."""
        return _said(
            f"about_{self.how.replace(' ', '_')}", name=self.name, day=self.last_checked.isoformat()
        )


def line(country: str | None) -> HelpLine:
    """Give the line of the country where the person is; the international page where unknown."""
    code = (country or "").strip().upper()[:2]
    return next((one for one in lines() if code in one.countries), _elsewhere())


@cache
def lines() -> tuple[HelpLine, ...]:
    """Every line of the file, each to be checked before a release."""
    return entries(_FILE, HelpLine, "line")


def texts(level: Level, country: str | None) -> tuple[Text, ...]:
    """Give what is said at a level, in order.

    The last of HEAVY asks whether to pause and the last of DANGER whether they are safe, so that
    either can be the question over the buttons.
    """
    match level:
        case Level.NONE:
            return ()
        case Level.ORDINARY:
            return (_said("ordinary"),)
        case Level.HEAVY:
            return (
                _said("heavy_stop"),
                _said("heavy_not_a_counsellor"),
                _said("heavy_person"),
                _said("heavy_line", line=line(country).words()),
                _said("heavy_pause"),
            )
        case Level.DANGER:
            return (
                _said("danger_matters"),
                _said("danger_line", line=line(country).words()),
                _emergency("danger_emergency", country),
                _said("danger_stop"),
                _said("danger_safe"),
            )


def reminder(country: str | None) -> Text:
    """Give the number in one paragraph, to be kept on the screen after words about danger."""
    return _said(
        "reminder",
        line=line(country).words(),
        emergency=_emergency("reminder_emergency", country),
    )


def level(text: str) -> Level:
    """Tell how heavy a text sounds.

    Each line is read for itself and with the line after it, and the heaviest counts: so nothing
    that stands before or after can make a line lighter than it is alone.
    """
    found = Level.NONE
    for passage in _passages(text):
        found = max(found, _level_of(passage))
        if found is Level.DANGER:
            break
    return found


def _level_of(passage: str) -> Level:
    plain, found = passage, Level.NONE
    for pattern, instead in _idioms():
        plain, times = pattern.subn(" # ", plain)
        if times:
            found = max(found, instead)
    for one in (Level.DANGER, Level.HEAVY, Level.ORDINARY):
        if one <= found:
            break
        if any(pattern.search(plain) for pattern in _signs()[one]):
            return one
    return found


def _passages(text: str) -> Iterator[str]:
    written = [line for line in (_plain(line) for line in text.split("\n")) if line]
    yield from written
    for first, second in pairwise(written):
        yield f"{first} {second}"


# --- the same words, however they were typed -------------------------------------------------

_APOSTROPHES: Final = re.compile("['`´‘’ʼ′＇]")
_QUOTES: Final = re.compile("[“”„«»]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_THREE_LETTERS: Final = re.compile(r"([a-z])\1{2,}")
_SPELT_OUT: Final = re.compile(r"\b(?:[a-z][ .-]){3,}[a-z]\b")
_SAME_WORDS: Final = tuple(
    (re.compile(rf"\b(?:{many})\b"), one)
    for many, one in (
        ("can ?not", "cant"),
        ("do not|dnt|don t", "dont"),
        ("does not", "doesnt"),
        ("did not", "didnt"),
        ("could not|couldn t", "couldnt"),
        ("would not", "wouldnt"),
        ("should not", "shouldnt"),
        ("will not", "wont"),
        ("is not", "isnt"),
        ("was not", "wasnt"),
        ("were not", "werent"),
        ("have not", "havent"),
        ("has not", "hasnt"),
        ("can t", "cant"),
        ("i (?:am|m)", "im"),
        ("i (?:have|ve)", "ive"),
        ("i (?:would|d|had)", "id"),
        ("i will", "ill"),
        ("what is", "whats"),
        ("there is", "theres"),
        ("any ?more|any longer", "anymore"),
        ("gonna|gunna|going too", "going to"),
        ("wanna|wana", "want to"),
        ("my self|mysef|myslef|meself", "myself"),
        ("some one", "someone"),
        ("no-one", "no one"),
        ("for ever", "forever"),
    )
)


def _plain(words: str) -> str:
    """Give the words in small letters, without accents and apostrophes, in their short forms."""
    plain = unicodedata.normalize("NFKD", words.upper()).casefold()
    plain = _MARKS.sub("", _INVISIBLE.sub("", plain))
    plain = _QUOTES.sub('"', _APOSTROPHES.sub("", plain))
    plain = _THREE_LETTERS.sub(r"\1", " ".join(plain.split()))
    plain = _SPELT_OUT.sub(lambda found: re.sub("[ .-]", "", found[0]), plain)
    for many, one in _SAME_WORDS:
        plain = many.sub(one, plain)
    return plain


# --- what the file says ----------------------------------------------------------------------


class _Said(Entry):
    id: Id
    english: Sentence


class _Piece(Entry):
    id: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    pattern: _Pattern


class _Sign(Entry):
    id: Id
    level: Literal["ordinary", "heavy", "danger"]
    patterns: tuple[_Pattern, ...] = Field(min_length=1)


class _Idiom(Entry):
    id: Id
    instead: Literal["none", "ordinary", "heavy"] = "none"
    patterns: tuple[_Pattern, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class _Compiled:
    """Patterns with the pieces put in, ready to be looked for."""

    entry: str
    pieces: dict[str, str]

    def __call__(self, pattern: str) -> re.Pattern[str]:
        whole = pattern
        for name, piece in self.pieces.items():
            whole = whole.replace(f"<{name}>", piece)
        try:
            return re.compile(whole)
        except re.error as wrong:
            raise WrongKnowledge(_FILE, self.entry, f"{pattern!r}: {wrong}") from wrong


@cache
def _pieces() -> dict[str, str]:
    return {one.id: one.pattern for one in entries(_FILE, _Piece, "piece")}


@cache
def _signs() -> dict[Level, tuple[re.Pattern[str], ...]]:
    found: dict[Level, list[re.Pattern[str]]] = {one: [] for one in Level}
    for sign in entries(_FILE, _Sign, "sign"):
        found[Level[sign.level.upper()]] += map(_Compiled(sign.id, _pieces()), sign.patterns)
    return {one: tuple(patterns) for one, patterns in found.items()}


@cache
def _idioms() -> tuple[tuple[re.Pattern[str], Level], ...]:
    return tuple(
        (compiled, Level[idiom.instead.upper()])
        for idiom in entries(_FILE, _Idiom, "idiom")
        for compiled in map(_Compiled(idiom.id, _pieces()), idiom.patterns)
    )


@cache
def _sentences() -> dict[str, Text]:
    return {
        one.id: known(f"care.{one.id}.english", one.english)
        for one in entries(_FILE, _Said, "text")
    }


def _said(sentence: str, /, **values: Value) -> Text:
    return _sentences()[sentence].with_values(**values)


def _elsewhere() -> HelpLine:
    return next(one for one in lines() if not one.countries)


def _emergency(sentence: str, country: str | None) -> Text:
    numbers = line(country).emergency
    if numbers:
        return _said(sentence, numbers=_either(numbers))
    return _said(
        f"{sentence}_unknown",
        europe=line("DE").emergency[0],
        america=line("US").emergency[0],
        britain=line("GB").emergency[0],
    )


def _either(numbers: tuple[str, ...]) -> Value:
    match numbers:
        case (first, second):
            return _said("two_numbers", first=first, second=second)
        case (first, second, third):
            return _said("three_numbers", first=first, second=second, third=third)
        case _:
            return numbers[0]
