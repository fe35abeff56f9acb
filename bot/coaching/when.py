"""Days as people write them, read beside a known today: "yesterday", "by Friday", "12 November".

What is not understood is None, never a guess: whoever asked can ask again. So are two days that
are no range. A range counts as its last day (rule F4), so "next week" is its Friday.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.coaching.day_words import (
    MONTH,
    NUMBER,
    WEEKDAY,
    dated,
    ends_of_month,
    month_of,
    month_third,
    moved,
    number_of,
    slashed,
    weekday_of,
)

type Span = tuple[date, date]
"""The first and the last day that were named; the same day twice where it was one."""

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One way of naming a day. Its reading gives None for what may be more than one day."""

    cue: re.Pattern[str]
    read: Callable[[re.Match[str], date], Span | None]
    sort: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    span: Span | None
    sort: str


def past_day(words: str, today: date) -> date | None:
    """Find the day that lies behind: when an interview was. Never later than today."""
    span = _span(words, today, _BEHIND)
    return span[1] if span is not None and span[1] <= today else None


def coming_day(words: str, today: date) -> date | None:
    """Find the day that lies ahead: when they said they would answer. A range is its last day."""
    span = coming_days(words, today)
    return None if span is None else span[1]


def coming_days(words: str, today: date) -> Span | None:
    """Find the days ahead that are meant, from the first to the last: "by Friday" begins today."""
    span = _span(words, today, _AHEAD)
    if span is None or span[1] < today:
        return None
    return max(span[0], today), span[1]


def names_days(words: str) -> bool:
    """Tell whether the words speak of a time at all, understood or not."""
    return _ANY_TIME.search(words) is not None


def _span(words: str, today: date, rules: Sequence[_Rule]) -> Span | None:
    text = re.sub(r"\s+", " ", words.lower().replace("’", "'"))
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
    strong = [one for one in found if one.sort != "weak"] or found
    return _joined(strong, text) if strong else None


_BETWEEN: Final = re.compile(
    r"(?P<how>[ ,]*(?:or maybe|or even|or at the latest|or|to|until|till|and|[-–/])"
    r"|,? (?=latest|at the latest))"
    r"(?: (?:by|on|at|the|latest|maybe|in|early|late|then|is|it|would be))* ?"
)


def _joined(found: Sequence[_Found], text: str) -> Span | None:
    """Make one span of what was found; None where that cannot be done without a guess."""
    span: Span | None = None
    sort, end = "", 0
    for one in found:
        if one.span is None:
            return None
        if span is None:
            span, sort, end = one.span, one.sort, one.end
            continue
        gap = text[end : one.start]
        if {sort, one.sort} == {"weekday", "dated"} and re.fullmatch(r"[ ,(]*(?:the )?", gap):
            # "Friday 4 December": the date says which Friday, if it is one.
            day, weekday = (one.span, span) if one.sort == "dated" else (span, one.span)
            if day[1].weekday() != weekday[1].weekday():
                return None
            span, sort = day, "dated"
        elif between := _BETWEEN.fullmatch(gap):
            last = one.span[1]
            if last < span[0] and one.sort == sort == "weekday" and "or" not in between["how"]:
                last += timedelta(days=7)
            span = min(span[0], one.span[0]), max(span[1], last)
        elif one.span[1] != span[1]:
            return None
        end = one.end
    return span


def _one_day(day: date | None) -> Span | None:
    return None if day is None else (day, day)


def _ahead_on(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def _week_after(match: re.Match[str], today: date) -> Span:
    """Read "a week on Monday", "two weeks today", "Friday week"."""
    days = 7 * number_of(match["n"] if "n" in match.re.groupindex else "a")
    days *= 2 if "fortnight" in match[0] else 1
    base = match["base"]
    if base in ("today", "now"):
        day = today
    elif base == "tomorrow":
        day = today + _DAY
    else:
        day = _ahead_on(today, weekday_of(base))
    return day + timedelta(days=days), day + timedelta(days=days)


def _in_next_week(match: re.Match[str], today: date) -> Span:
    day = _monday(today) + timedelta(days=7 + weekday_of(match["w"] or match["w2"]))
    return day, day


def _next_weekday(match: re.Match[str], today: date) -> Span:
    # "next Friday" said on a Monday is understood both ways; the later one costs nothing.
    day = _ahead_on(today, weekday_of(match["w"]))
    return (day, day + timedelta(days=7)) if day <= _monday(today) + 6 * _DAY else (day, day)


def _week(match: re.Match[str], today: date) -> Span:
    """Read "next week" and its parts."""
    monday = _monday(today) + timedelta(days=14 if "after" in match[0] else 7)
    part = match["part"] or ""
    first, last = 0, 4
    if part.startswith(("early", "start", "beginning", "first")):
        last = 2
    elif part.startswith("mid"):
        first, last = 1, 3
    elif part.startswith(("end", "late")):
        first = 3
    first_day = today if part == "by" else monday + first * _DAY
    return first_day, monday + last * _DAY


def _this_week(match: re.Match[str], today: date) -> Span:
    friday = _monday(today) + 4 * _DAY
    return today, friday if friday >= today else friday + timedelta(days=7)


def _week_of(match: re.Match[str], today: date) -> Span | None:
    day = dated(match, today, ahead=True)
    return None if day is None else (_monday(day), _monday(day) + 4 * _DAY)


def _in(match: re.Match[str], today: date) -> Span:
    """Read "in 3 working days", "within 2-3 weeks", "in the next two weeks"."""
    first = number_of(match["n"])
    last = number_of(match["n2"]) if match["n2"] else first
    unit = match["unit"]
    days = moved(today, first, unit), moved(today, last, unit)
    exact = match["how"] in ("in", "after", "another")
    return (days[0] if exact else today), days[1]


def _within_one(match: re.Match[str], today: date) -> Span:
    return today, moved(today, 1, match["unit"])


def _by(match: re.Match[str], span: Span | None, today: date) -> Span | None:
    return None if span is None else (today if match["by"] else span[0], span[1])


def _christmas(match: re.Match[str], today: date) -> Span | None:
    day = (12, 31) if re.search(r"new year|of the year|year's", match[0]) else (12, 24)
    return today, date(today.year + ((today.month, today.day) > day), *day)


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_BY: Final = r"(?:(?P<by>by|until|till|before|no later than|not later than|at the latest) )?"
_DATE_DM: Final = (
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}(?! (?:be|call|get|have|take|not|also|come|hear"
    rf"|write|decide)\b)(?:,? (?P<y>20\d\d))?\b"
)
_DATE_MD: Final = (
    rf"\b{MONTH} (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?: ?(?:-|–|to|or|and) ?(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?(?![\d:%]|[.,]\d| (?:people|weeks?|days?"
    r"|hours?|minutes?|years?|interviews?|others)\b)(?:,? (?P<y>20\d\d))?\b"
)
_ORDINAL: Final = (
    r"\b(?P<the>the |(?:on|by|until|before) (?:the )?)(?P<d>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?P<next> of next month)?"
    r"(?!(?:\W+\w+){0,3}?\W+(?:interviews?|rounds?|stages?|questions?|candidates?|floor|one|time"
    r"|person|of|place|year|class|grade|task|test|part|attempt|try)\b)"
)
_UNIT: Final = r"(?P<unit>hours?|(?:working|business|work) days?|days?|weeks?|fortnights?|months?)"
_COUNT: Final = rf"{NUMBER}(?: ?(?:-|–|to|or) ?(?P<n2>\d{{1,2}}|\w+)(?= ))?"
_END: Final = r"(?! (?:ago|back|before|notice|earlier|now|old|of)\b|['-]?s? (?:notice|experience))"
_NEVER: Final = r"\b(?:after|since|from|not before|last|past) (?:the )?"


def _numbered(match: re.Match[str], today: date, *, ahead: bool) -> Span | None:
    return _one_day(dated(match, today, ahead=ahead))


_DATES_AHEAD: Final = (
    _Rule(
        _cue(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
        lambda m, today: _numbered(m, today, ahead=True),
        "dated",
    ),
)
