"""Every sentence a person may read, before it is in anybody's language.

A sentence is written where it is used, in English, with named values: `t("You said {quote}",
quote=...)`. It stays a `Text` until the last moment and becomes a string when a platform renders it
for one reader. So a flow, a report and a draft are the same values in every language, and nothing
is glued together from pieces.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Final, TypeAlias

Value: TypeAlias = "str | int | date | datetime | Text | tuple[Text | str, ...]"
"""What may stand in a sentence; a tuple is listed as the language lists things."""

PSEUDO: Final = "en-XA"
"""Longer and accented English: what a translation does to a layout, without a translator."""

_RIGHT_TO_LEFT: Final = range(0x0590, 0x0900)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or paragraph, not yet in a language.

    `id` is the English sentence and so the key of a gettext catalogue; `context` is gettext's
    msgctxt: for a text from the knowledge files, its file, entry and field. `many` is the plural
    form, chosen by the value named `n`.
    """

    id: str
    values: tuple[tuple[str, Value], ...] = ()
    context: str | None = None
    many: str | None = None

    def with_values(self, **values: Value) -> Text:
        """Give the same sentence with these named values filled in."""
        return Text(self.id, tuple(sorted(values.items())), self.context, self.many)


def t(english: str, /, **values: Value) -> Text:
    """Give a sentence to be translated; `{name}` in it stands for the value of that name."""
    return Text(english, tuple(sorted(values.items())))


def tn(one: str, many: str, n: int, /, **values: Value) -> Text:
    """Give a sentence with a number `{n}` in it, in the form that the number asks for."""
    return Text(one, tuple(sorted({"n": n, **values}.items())), None, many)


def known(context: str, english: str) -> Text:
    """Give a text of the knowledge files; `context` is `file.entry.field`."""
    return Text(english, (), context)


class Tone(StrEnum):
    """How findings are said."""

    GENTLE = "gentle"
    DIRECT = "direct"


class Role(StrEnum):
    """What a line of a card is, for whoever renders it."""

    PLAIN = "plain"
    QUOTE = "quote"
    ITEM = "item"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of a card."""

    text: Text
    role: Role = Role.PLAIN


@dataclass(frozen=True, slots=True)
class Card:
    """A heading and what stands under it: as much as is read in one go."""

    title: Text
    lines: tuple[Line, ...]


Find = Callable[[str | None, str], str | None]
"""A catalogue: (context, English) -> the translation, or None where there is none yet."""


@dataclass(frozen=True, slots=True)
class Language:
    """One reader's language: turns a `Text` into the words on their screen."""

    tag: str
    find: Find

    def say(self, text: Text) -> str:
        """Render a text; a value is put in as it is and never read as a pattern."""
        values = dict(text.values)
        english = text.many if text.many is not None and values.get("n") != 1 else text.id
        pattern = self.find(text.context, english) or english
        if not values:
            return pattern if self.tag != PSEUDO else _lengthened(pattern)
        parts = []
        for literal, name, _, _ in string.Formatter().parse(pattern):
            parts.append(literal if self.tag != PSEUDO else _accented(literal))
            if name is not None:
                parts.append(self._value(values, name, pattern))
        said = "".join(parts)
        return said if self.tag != PSEUDO else _lengthened(said, accent=False)

    def _value(self, values: Mapping[str, object], name: str, pattern: str) -> str:
        if name not in values:
            raise KeyError(
                f"The text {pattern!r} names {{{name}}}, and no value of that name came."
            )
        match values[name]:
            case Text() as text:
                return self.say(text)
            case datetime() as moment:
                return self._moment(moment)
            case date() as day:
                return self._day(day)
            case tuple() as several:
                return self._list(
                    [self.say(one) if isinstance(one, Text) else str(one) for one in several]
                )
            case str() as words:
                return isolated(words)
            case other:
                return str(other)

    def _day(self, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, "EEEE d MMMM", locale=self._locale)

    def _moment(self, moment: datetime) -> str:
        from babel.dates import format_date, format_time

        return (
            f"{format_date(moment, 'EEEE d MMMM', locale=self._locale)}, "
            f"{format_time(moment, 'HH:mm', tzinfo=moment.tzinfo, locale=self._locale)}"
        )

    def _list(self, several: list[str]) -> str:
        from babel.lists import format_list

        return format_list(several, locale=self._locale) if several else ""

    @property
    def _locale(self) -> str:
        return "en_GB" if self.tag in ("en", PSEUDO) else self.tag.replace("-", "_")


def isolated(words: str) -> str:
    """Keep right-to-left words from turning the sentence around them (Unicode isolates)."""
    if any(ord(letter) in _RIGHT_TO_LEFT for letter in words):
        return f"\u2068{words}\u2069"
    return words


_ACCENTS: Final = str.maketrans("AEIOUYaeiouycnsz", "ÅÉÎÖÛÝåéîöûýçñšž")


def _accented(words: str) -> str:
    return words.translate(_ACCENTS)


def _lengthened(words: str, *, accent: bool = True) -> str:
    """Add two fifths to the length, as German or Finnish would, in brackets that show a cut."""
    body = _accented(words) if accent else words
    return f"[{body}{'·' * (len(words) * 2 // 5)}]" if words else words


@cache
def language(tag: str) -> Language:
    """Give the language for a tag such as `en` or `de-AT`; English where there is no catalogue."""
    if tag == PSEUDO:
        return Language(PSEUDO, lambda _context, _english: None)
    return Language("en", lambda _context, _english: None)


ENGLISH: Final = language("en")
