"""Care for somebody in despair: how heavy their words sound, what is said then, and whom to call.

The words, the numbers and the patterns stand in `knowledge/care.toml`. Nothing here is said by a
model or in other words, and no number is written anywhere else. Where two levels seem possible, the
higher one is taken: showing a number costs little.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from bot.coaching.care.signs import FILE, Level, level
from bot.coaching.knowledge import Entry, Id, Sentence, SourceId, entries
from bot.words import Text, Value, known

__all__ = ["HelpLine", "Level", "level", "line", "lines", "reminder", "texts"]

_Number = Annotated[str, Field(pattern=r"^[0-9][0-9 ]*[0-9]$")]


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
    return entries(FILE, HelpLine, "line")


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


# --- what the file says ----------------------------------------------------------------------


class _Said(Entry):
    id: Id
    english: Sentence


@cache
def _sentences() -> dict[str, Text]:
    return {
        one.id: known(f"care.{one.id}.english", one.english) for one in entries(FILE, _Said, "text")
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
