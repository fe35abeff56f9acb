"""Days as people write them, read beside a known today: "yesterday", "by Friday", "12 November".

What is not understood is None, never a guess: whoever asked can ask again. A range counts as its
last day (rule F4), so "next week" is its Friday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip

_NUMBER: Final = (
    r"(?P<n>\d{1,2}|a couple of|couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_WEEKDAY: Final = (
    # "sat", "sun" and "wed" are words of their own: a short form needs something before it.
    r"(?:(?P<before>\b(?:on|by|next|last|this|until|till|before|since) )|\b)"
    r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?(before)(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)|(?!)))s?\b"
)
_MONTH: Final = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_ISO: Final = re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")
_DAY_MONTH: Final = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? (?P<y>20\d\d))?", re.IGNORECASE
)
_MONTH_DAY: Final = re.compile(
    rf"\b{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y>20\d\d))?", re.IGNORECASE
)
_ORDINAL: Final = re.compile(r"\bthe (?P<d>\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_AGO: Final = re.compile(rf"\b{_NUMBER} (?P<unit>day|week|month)s? (?:ago|back)\b", re.IGNORECASE)
_IN: Final = re.compile(
    rf"\b(?:in|within|after|another)(?: the next)? {_NUMBER} (?P<unit>day|week|month)s?\b",
    re.IGNORECASE,
)
_TODAY: Final = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening)|tonight|just (?:now|got|came|back|finished)"
    r"|(?:an|one|two|\d) hours? ago)\b",
    re.IGNORECASE,
)
_YESTERDAY: Final = re.compile(r"\b(?:yesterday|last night)\b", re.IGNORECASE)
_BEFORE: Final = re.compile(r"\b(?:the )?day before yesterday\b", re.IGNORECASE)
_WEEKDAY_RE: Final = re.compile(_WEEKDAY, re.IGNORECASE)
_NEXT_WEEKDAY: Final = re.compile(
    r"\bnext (?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
)


def past_day(words: str, today: date) -> date | None:
    """Find the day that lies behind: when an interview was. Never later than today."""
    if _BEFORE.search(words):
        return today - timedelta(days=2)
    if _YESTERDAY.search(words):
        return today - timedelta(days=1)
    if _TODAY.search(words):
        return today
    if found := _AGO.search(words):
        return _back(today, _number(found["n"]), found["unit"].lower())
    if (day := _dated(words, today, ahead=False)) is not None:
        return day if day <= today else None
    if found := _WEEKDAY_RE.search(words):
        back = (today.weekday() - _weekday(found["weekday"])) % 7
        return today - timedelta(days=back or 7)
    return None


def coming_day(words: str, today: date) -> date | None:
    """Find the day that lies ahead: when they said they would answer. A range is its last day."""
    low = words.lower()
    friday = today + timedelta(days=4 - today.weekday())
    if re.search(r"\btomorrow\b", low):
        return today + timedelta(days=1)
    if re.search(r"\b(?:today|tonight|end of (?:the )?day|this (?:afternoon|evening))\b", low):
        return today
    if (day := _dated(words, today, ahead=True)) is not None:
        return day if day >= today else None
    if found := _NEXT_WEEKDAY.search(words):
        # "next Friday" said on a Monday is understood both ways; the later one costs nothing.
        ahead = (_weekday(found["weekday"]) - today.weekday()) % 7 or 7
        in_this_week = today.weekday() + ahead < 7
        return today + timedelta(days=ahead + (7 if in_this_week else 0))
    if found := _WEEKDAY_RE.search(words):
        ahead = (_weekday(found["weekday"]) - today.weekday()) % 7
        return today + timedelta(days=ahead or 7)
    if re.search(r"\b(?:early|start of|beginning of) next week\b", low):
        return friday + timedelta(days=5)
    if re.search(r"\bnext week\b", low):
        return friday + timedelta(days=7)
    if re.search(r"\b(?:(?:end of|this|later this) (?:the )?week|week'?s end)\b", low):
        return friday if friday >= today else friday + timedelta(days=7)
    if re.search(r"\bend of (?:the |this )?month\b", low):
        return today.replace(day=monthrange(today.year, today.month)[1])
    if re.search(r"\ba fortnight\b", low):
        return today + timedelta(days=14)
    if found := _IN.search(words):
        return _ahead(today, _number(found["n"]), found["unit"].lower())
    return None


def _dated(words: str, today: date, *, ahead: bool) -> date | None:
    if found := _ISO.search(words):
        return _date(int(found["y"]), int(found["m"]), int(found["d"]))
    if found := _DAY_MONTH.search(words) or _MONTH_DAY.search(words):
        month = _MONTHS.index(found["month"].lower()[:3]) + 1
        if found["y"]:
            return _date(int(found["y"]), month, int(found["d"]))
        return _nearest_year(today, month, int(found["d"]), ahead=ahead)
    if found := _ORDINAL.search(words):
        return _nearest_month(today, int(found["d"]), ahead=ahead)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(today: date, month: int, day: int, *, ahead: bool) -> date | None:
    found = _date(today.year, month, day)
    if found is None:
        return None
    if ahead and found < today:
        return _date(today.year + 1, month, day)
    if not ahead and found > today:
        return _date(today.year - 1, month, day)
    return found


def _nearest_month(today: date, day: int, *, ahead: bool) -> date | None:
    found = _date(today.year, today.month, day)
    if found is not None and ((found >= today) if ahead else (found <= today)):
        return found
    step = 1 if ahead else -1
    year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
    return _date(year, month + 1, day)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _weekday(words: str) -> int:
    return _WEEKDAYS.index(words.lower()[:3])


def _back(today: date, n: int, unit: str) -> date:
    days = {"day": n, "week": 7 * n, "month": 30 * n}[unit]
    return today - timedelta(days=days)


def _ahead(today: date, n: int, unit: str) -> date:
    days = {"day": n, "week": 7 * n, "month": 30 * n}[unit]
    return today + timedelta(days=days)
