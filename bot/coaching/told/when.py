"""Days as people write them, read beside a known today: "yesterday", "by Friday", "12 November".

What is not understood is None, never a guess: whoever asked can ask again. So are two days that
are no range. A range counts as its last day (rule F4), so "next week" is its Friday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.coaching.told.day_words import AHEAD, ANY_TIME, BEHIND, Rule, Span


def past_day(words: str, today: date) -> date | None:
    """Find the day that lies behind: when an interview was. Never later than today."""
    span = _span(words, today, BEHIND)
    if span is None or span[0] != span[1]:
        return None  # "Monday or Tuesday": they are not sure
    return span[1] if span[1] <= today else None


def coming_day(words: str, today: date) -> date | None:
    """Find the day that lies ahead: when they said they would answer. A range is its last day."""
    span = coming_days(words, today)
    return None if span is None else span[1]


def coming_days(words: str, today: date) -> Span | None:
    """Find the days ahead that are meant, the first and the last: "by Friday" begins today."""
    span = _span(words, today, AHEAD)
    if span is None or span[1] < today:
        return None
    return max(span[0], today), span[1]


def names_a_time(words: str) -> bool:
    """Tell whether the words speak of a time at all, understood or not."""
    return ANY_TIME.search(_plain(words)) is not None


def without_days(words: str) -> str:
    """Give the words, in small letters, without the days that they name."""
    text = _plain(words)
    for rule in AHEAD:
        text = rule.cue.sub(" ", text)
    return text


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    span: Span | None
    sort: str


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower().replace("’", "'")).strip()


def _span(words: str, today: date, rules: Sequence[Rule]) -> Span | None:
    text = _plain(words)
    found: list[_Found] = []
    for rule in rules:
        for match in rule.cue.finditer(text):
            if all(match.end() <= one.start or match.start() >= one.end for one in found):
                try:
                    span = rule.read(match, today)
                except (ValueError, OverflowError):
                    span = None
                found.append(_Found(match.start(), match.end(), span, rule.sort))
    found.sort(key=lambda one: one.start)
    return _joined([one for one in found if one.sort != "weak"] or found, text)


_BETWEEN: Final = re.compile(
    r"[ ,]*(?P<how>\bor\b|\bto\b|\buntil\b|\btill\b|\band\b|[-–/]|\b(?=latest|at the latest))"
    r"(?: ?(?:maybe|even|by|on|at|the|latest|in|early|late|then|is|it))* ?"
)


def _joined(found: Sequence[_Found], text: str) -> Span | None:
    """Make one span of what was found; None where that cannot be done without a guess."""
    span: Span | None = None
    sort, end = "", 0
    for one in found:
        if one.span is None:
            return None
        gap = text[end : one.start]
        if span is None:
            span, sort = one.span, one.sort
        elif {sort, one.sort} == {"weekday", "dated"} and re.fullmatch(r"[ ,(]*(?:the )?", gap):
            # "Friday 4 December": the date says which Friday, if it is one.
            day, weekday = (one.span, span) if one.sort == "dated" else (span, one.span)
            if day[1].weekday() != weekday[1].weekday():
                return None
            span, sort = (min(span[0], day[0]), day[1]), "dated"
        elif between := _BETWEEN.fullmatch(gap):
            last = one.span[1]
            if (
                last < span[0]
                and one.sort == sort == "weekday"
                and (between["how"] != "or" or last.weekday() > span[0].weekday())
            ):
                last += timedelta(days=7)
            span = min(span[0], one.span[0]), max(span[1], last)
        elif one.span[1] != span[1]:
            return None
        end = one.end
    return span
