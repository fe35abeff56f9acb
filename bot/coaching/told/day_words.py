"""The ways of naming a day in plain words, each with what it means beside a known today."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

Span: TypeAlias = tuple[date, date]
"""The first and the last day that are meant; the same day twice where it is one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of naming days. Its reading gives None for what may be more than one day."""

    cue: re.Pattern[str]
    read: Callable[[re.Match[str], date], Span | None]
    sort: str = ""


_DAY: Final = timedelta(days=1)
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "a couple": 2,
    "the couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14,
}  # fmt: skip
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_WORD: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_N: Final = rf"(?P<n>\d{{1,2}}|{_WORD})"
_W: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT: Final = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NO_VERB: Final = r"(?! (?:be|call|get|have|take|not|also|come|hear|write|decide|ring|say)\b)"
_BY: Final = (
    r"(?:\b(?P<by>by|until|till|before|(?:no|not) later than|at the latest|within|deadline(?: is)?)"
    r" )?"
)
_BY_OR_NOT: Final = r"(?:\b(?P<by>by|until|till|before|no later than) (?:the )?|\b)"
_NEVER: Final = r"\b(?:after|since|from|past|starting|not (?:before|until|till)) (?:the )?"


def _one(day: date | None, first: date | None = None) -> Span | None:
    return None if day is None else (first or day, day)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words]


def _weekday(words: str) -> int:
    return _WEEKDAYS.index(words[:3])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _next_month(today: date, step: int = 1) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
    return year, month + 1


def _monday(today: date) -> date:
    return today - today.weekday() * _DAY


def _coming(today: date, weekday: int) -> date:
    return today + ((weekday - today.weekday()) % 7 or 7) * _DAY


def _working_days(day: date, count: int) -> date:
    """Count Monday to Friday; whose holidays would count is not known here."""
    while count:
        day += _DAY
        count -= day.weekday() < 5
    return day


def _moved(today: date, count: int, unit: str) -> date:
    if unit.startswith(("working", "business", "work ")):
        return _working_days(today, count)
    if unit.startswith("hour"):
        return today + -(-count // 24) * _DAY
    days = {"d": 1, "w": 7, "f": 14, "m": 30}[unit[0]]
    return today + count * days * _DAY


# Dates by their number, ahead or behind.

_ISO: Final = re.compile(_BY + r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")
_SLASH: Final = re.compile(
    _BY + r"(?<![\d/.])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/%]|\.\d)"
)
_DOTTED: Final = re.compile(
    _BY + r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>20\d\d)?(?![\d%])"
)
_DAY_MONTH: Final = re.compile(
    _BY
    + rf"(?:the )?(?<![\d.:])(?:(?P<d0>\d{{1,2}})(?:st|nd|rd|th)? ?(?:-|–|to|or|and) ?(?:the )?)?"
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}{_NO_VERB}(?:,? (?P<y>20\d\d)\b)?"
)
_MONTH_DAY: Final = re.compile(
    _BY + rf"\b{_MONTH} (?:the )?(?:(?P<d0>\d{{1,2}})(?:st|nd|rd|th)? ?(?:-|–|to|or|and) ?)?"
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?![:%]|[.,]\d| ?[ap]m\b| (?:people|weeks?|days?|hours?"
    r"|minutes?|years?|interviews?|others|of us)\b)(?:,? (?P<y>20\d\d)\b)?"
)
_ORDINAL: Final = re.compile(
    r"\b(?:(?P<by>by|until|till|before) (?:the )?|the |on (?:the )?)(?P<d>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?P<next> of next month)?(?!(?: of)?(?: \w+){0,2} (?:interviews?|rounds?|stages?|questions?"
    r"|candidates?|floor|one|time|person|place|year|class|grade|task|test|part|attempt|try|of)\b)"
)


def _dated(ahead: bool) -> Iterable[Rule]:
    """Give the rules for dates, which differ only in the year or month that is not told."""

    def year_of(month: int, day: int, today: date) -> date | None:
        found = _date(today.year, month, day)
        if found is None or (found >= today if ahead else found <= today):
            return found
        return _date(today.year + (1 if ahead else -1), month, day)

    def full(match: re.Match[str], month: int, today: date) -> Span | None:
        year = match["y"]
        day, groups = int(match["d"]), match.groupdict()
        last = _date(int(year) % 2000 + 2000, month, day) if year else year_of(month, day, today)
        if last is None or match["by"]:
            return _one(last, today)
        return _one(last, _date(last.year, month, int(groups.get("d0") or day)))

    def slashed(match: re.Match[str], today: date) -> Span | None:
        day, month = int(match["d"]), int(match["m"])
        if match[0] in ("24/7", "10/10", "50/50"):
            return None
        if day == month or (day > 12 >= month):
            return full(match, month, today)
        if month > 12 >= day:
            found = year_of(day, month, today)
            year = match["y"]
            return _one(_date(int(year) % 2000 + 2000, day, month) if year else found)
        return None

    def named(match: re.Match[str], today: date) -> Span | None:
        return full(match, _MONTHS.index(match["month"][:3]) + 1, today)

    def ordinal(match: re.Match[str], today: date) -> Span | None:
        day = int(match["d"])
        found = _date(today.year, today.month, day)
        if match["next"]:
            found = _date(*_next_month(today), day)
        elif found is None or (found < today if ahead else found > today):
            found = _date(*_next_month(today, 1 if ahead else -1), day)
        return _one(found, today if match["by"] and ahead else None)

    yield Rule(_ISO, lambda m, today: full(m, int(m["m"]), today), "dated")
    yield Rule(_DAY_MONTH, named, "dated")
    yield Rule(_MONTH_DAY, named, "dated")
    yield Rule(_SLASH, slashed, "dated")
    yield Rule(_DOTTED, lambda m, today: full(m, int(m["m"]), today), "dated")
    yield Rule(_ORDINAL, ordinal, "dated")


# Days ahead.


def _week_after(match: re.Match[str], today: date) -> Span:
    base = match["base"]
    days = 14 if match["unit"] == "fortnight" else 7 * _number(match.groupdict().get("n") or "a")
    day = today + _DAY if base == "tomorrow" else today
    if base not in ("today", "now", "tomorrow"):
        day = _coming(today, _weekday(base))
    return day + days * _DAY, day + days * _DAY


def _in_next_week(match: re.Match[str], today: date) -> Span:
    weekday = _weekday(match["w"] or match["w2"])
    day = _monday(today) + (7 + weekday) * _DAY
    return day, day


def _next_weekday(match: re.Match[str], today: date) -> Span:
    # "next Friday" said on a Monday is understood both ways; the later one costs nothing.
    day = _coming(today, _weekday(match["w"]))
    later = day + 7 * _DAY if day <= _monday(today) + 6 * _DAY else day
    return (today if match["by"] else day), later


def _weekday_ahead(match: re.Match[str], today: date) -> Span:
    day = _coming(today, _weekday(match["w"]))
    return (today if match["by"] else day), day


def _short_pair(match: re.Match[str], today: date) -> Span:
    first, last = (_coming(today, _weekday(match[name])) for name in ("w", "w2"))
    if last < first and (match["how"] != "or" or last.weekday() > first.weekday()):
        last += 7 * _DAY
    return min(first, last), max(first, last)


def _week(match: re.Match[str], today: date) -> Span:
    monday = _monday(today) + (14 if "after" in match[0] else 7) * _DAY
    part = match["part"] or ""
    first, last = 0, 4
    if part.startswith(("early", "start", "beginning", "first")):
        last = 2
    elif part.startswith("mid"):
        first, last = 1, 3
    elif part.startswith(("end", "late")):
        first = 3
    return (today if match["by"] else monday + first * _DAY), monday + last * _DAY


def _week_of(match: re.Match[str], today: date) -> Span | None:
    for rule in _dated(ahead=True):
        if (found := rule.cue.fullmatch(match["date"])) and (span := rule.read(found, today)):
            return _monday(span[1]), _monday(span[1]) + 4 * _DAY
    return None


def _this_week(match: re.Match[str], today: date) -> Span:
    friday = _monday(today) + 4 * _DAY
    return today, friday if friday >= today else friday + 7 * _DAY


def _weekend(match: re.Match[str], today: date) -> Span:
    sunday = _monday(today) + 6 * _DAY
    return max(today, sunday - _DAY), sunday


def _month(match: re.Match[str], today: date) -> Span | None:
    """Read "end of the month", "beginning of December", "next month", in thirds of a month."""
    name, part = match["name"], match["part"] or ""
    if name in ("month", "the month", "this month"):
        year, month = today.year, today.month
    elif "next" in name or "coming" in name:
        year, month = _next_month(today)
    else:
        month = _MONTHS.index(name[:3]) + 1
        year = today.year + (month < today.month)
    last, first = _month_end(year, month), date(year, month, 1)
    if part.startswith(("early", "start", "beginning", "first")):
        last = date(year, month, 10)
    elif part.startswith("mid"):
        first, last = date(year, month, 11), date(year, month, 20)
    elif part.startswith(("end", "late")):
        first = last - 9 * _DAY
    elif match["by"]:
        return None  # "by December": its beginning or its end
    return (today if match["by"] else first), last


def _in(match: re.Match[str], today: date) -> Span:
    first = _number(match["n"])
    last = _number(match["n2"]) if match["n2"] else first
    unit = match["unit"]
    exact = match["how"] in ("in", "after", "another")
    return (_moved(today, first, unit) if exact else today), _moved(today, max(first, last), unit)


def _one_or_two(match: re.Match[str], today: date) -> Span:
    """Read "in a week or two", "in a day or so"."""
    count = 2 if match["n2"] == "two" else 1
    return _moved(today, 1, match["unit"]), _moved(today, count, match["unit"])


def _feast(match: re.Match[str], today: date) -> Span:
    month, day = (12, 31) if "year" in match[0] else (12, 24)
    passed = (today.month, today.day) > (month, day)
    return today, date(today.year + passed, month, day)


def _days_ahead(count: int) -> Callable[[re.Match[str], date], Span]:
    return lambda _, today: (today + count * _DAY, today + count * _DAY)


def _unclear(match: re.Match[str], today: date) -> None:
    return None


_PART: Final = (
    r"(?:(?P<part>early|late|mid(?:dle)?|end|start|beginning|first half)(?: (?:of|in|on))?"
    r"(?: the)?[ -])?"
)
_HOW: Final = (
    r"(?P<how>in|within|after|another|inside|over|during|about|around|roughly|maybe|probably|up to"
    r"|at most|takes?|needs?|the|next|coming|^)"
)
_UNIT: Final = r"(?P<unit>hours?|(?:working|business|work) days?|days?|weeks?|fortnights?|months?)"
_NO_SPAN: Final = (
    r"\b(?! (?:ago|back|before|notice|earlier|now|old|of|experience|work|trial|training|probation)"
    r"\b|'(?!s? time))"
)
_ANY_W: Final = rf"(?P<w>{_W}|{_SHORT})"
_SURE_W: Final = (
    # "sat", "sun" and "wed" are words of their own: a short form needs something before it.
    rf"(?P<w>{_W}(?!s)|(?<=\bon ){_SHORT}|(?<=\bby ){_SHORT}|(?<=\bthis ){_SHORT}"
    rf"|(?<=\buntil ){_SHORT}|(?<=\bbefore ){_SHORT}|(?<=\btill ){_SHORT}|(?<=\bcoming ){_SHORT}"
    rf"|(?<=\blast ){_SHORT}|^{_SHORT}(?=\W*$))\b(?!')"
)

AHEAD: Final[tuple[Rule, ...]] = (
    Rule(re.compile(r"\bday after tomorrow\b"), _days_ahead(2)),
    Rule(re.compile(r"\b(?:a|\w+) (?:days?|weeks?|months?|hours?) (?:ago|back)\b"), _unclear),
    Rule(
        re.compile(
            rf"\b(?:{_N} )?(?P<unit>weeks?|fortnight) (?:on |from |this |coming )*"
            rf"(?P<base>today|tomorrow|now|{_W})\b"
        ),
        _week_after,
    ),
    Rule(re.compile(rf"\b(?P<base>{_W}|today|tomorrow) (?P<unit>week)\b"), _week_after),
    Rule(re.compile(rf"\b(?:(?:the )?week after|after next) (?!next){_W}"), _unclear),
    Rule(
        re.compile(
            rf"\b(?:(?P<w>{_W})(?:,? (?:of|in))? (?:the )?next week"
            rf"|next week,? (?:on )?(?:the )?(?P<w2>{_W}))\b"
        ),
        _in_next_week,
        "weekday",
    ),
    Rule(
        re.compile(
            r"(?:\bweek (?:commencing|beginning|starting|of)|\bw/c) (?:on )?(?:the )?"
            rf"(?:{_W} )?(?:the )?(?P<date>\d{{1,2}}(?:st|nd|rd|th)?(?: of)? "
            + _MONTH.replace("(?P<month>", "(?:")
            + r"|\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d)"
        ),
        _week_of,
    ),
    Rule(re.compile(rf"{_NEVER}(?:{_W}|next week|christmas|new year|tomorrow|the)\b"), _unclear),
    Rule(re.compile(rf"{_NEVER}(?:\d{{1,2}}|{_MONTH} \d)".replace("?P<month>", "?:")), _unclear),
    Rule(re.compile(r"\b(?:after|in|at the start of) the new year\b"), _unclear),
    *_dated(ahead=True),
    Rule(
        re.compile(
            _BY_OR_NOT + _PART + r"(?P<name>(?:the |of )?(?:next|coming) month"
            r"|(?<=end of )(?:the |this )?month|(?<=late )this month|(?<=end )of month)\b"
        ),
        _month,
    ),
    Rule(
        re.compile(
            r"(?:\b(?P<by>by|until|before) (?:the )?|\b(?:in |(?=early|late|mid|end|start|begin"
            r"|first half)))" + _PART + _MONTH.replace("?P<month>", "?P<name>") + r"(?! ?\d)"
        ),
        _month,
    ),
    Rule(
        re.compile(
            r"\b(?:by|before|until) (?:the )?(?:christmas(?: eve)?|xmas|new year(?:'s(?: eve)?)?"
            r"|end of (?:the |this )?year)\b|\bend of (?:the |this )?year\b"
        ),
        _feast,
    ),
    Rule(re.compile(r"\btomorrow\b"), _days_ahead(1)),
    Rule(
        re.compile(r"\b(?:later today|today|tonight|this (?:afternoon|evening))\b"), _days_ahead(0)
    ),
    Rule(
        re.compile(rf"\b(?P<w>{_SHORT}) ?(?P<how>or|to|/|-|–|and) ?(?P<w2>{_SHORT})\b(?!day)"),
        _short_pair,
        "weekday",
    ),
    Rule(re.compile(rf"{_BY}\bnext {_ANY_W}\b"), _next_weekday, "weekday"),
    Rule(re.compile(rf"\b(?:last|past|since) {_ANY_W}\b|\b{_W}s\b"), _unclear),
    Rule(
        re.compile(rf"{_BY}(?:the )?(?:this coming |this |coming |on )?\b{_SURE_W}"),
        _weekday_ahead,
        "weekday",
    ),
    Rule(re.compile(_BY_OR_NOT + _PART + r"(?:the )?(?:next week|week after next)\b"), _week),
    Rule(
        re.compile(r"(?<=next week or )(?:in )?(?P<by>)(?P<part>)the week after\b(?: that)?"), _week
    ),
    Rule(
        re.compile(
            r"\b(?:the )?(?:end of (?:the |this )?week|this week|later this week|eow|week'?s end"
            r"|(?:by|before) the weekend)\b"
        ),
        _this_week,
    ),
    Rule(re.compile(r"\b(?:at|on|over|this) (?:the )?weekend\b"), _weekend),
    Rule(
        re.compile(
            rf"(?:\b|^){_HOW} ?(?:the )?(?:next |coming )?(?P<n>a|one) {_UNIT} or (?P<n2>two|so)\b"
        ),
        _one_or_two,
    ),
    Rule(
        re.compile(
            rf"(?:\b|^){_HOW} ?(?:at most |about |around |the )?(?:next |coming |following )?{_N}"
            rf"(?: ?(?:-|–|to|or) ?(?P<n2>\d{{1,2}}|{_WORD}))? {_UNIT}{_NO_SPAN}"
        ),
        _in,
    ),
    Rule(
        re.compile(
            r"\b(?P<how>within|in|over|during) (?P<n2>)(?:the |this )(?:next |coming )?"
            r"(?P<unit>week|month|fortnight)(?P<n>)\b"
        ),
        lambda m, today: (today, _moved(today, 1, m["unit"])),
    ),
    Rule(
        re.compile(r"\b(?:end of (?:the )?(?:working )?day|close of (?:business|play)|eod|cob)\b"),
        _days_ahead(0),
        "weak",
    ),
)


# Days behind.


def _days_back(count: int) -> Callable[[re.Match[str], date], Span]:
    return _days_ahead(-count)


def _ago(match: re.Match[str], today: date) -> Span:
    day = _moved(today, -_number(match["n"]), match["unit"])
    return day, day


def _weekday_behind(match: re.Match[str], today: date) -> Span:
    day = today - ((today.weekday() - _weekday(match["w"])) % 7 or 7) * _DAY
    return day, day


def _in_last_week(match: re.Match[str], today: date) -> Span:
    day = _monday(today) + (_weekday(match["w"] or match["w2"]) - 7) * _DAY
    return day, day


BEHIND: Final[tuple[Rule, ...]] = (
    Rule(re.compile(rf"\b(?:{_W}|week|one) before last\b|\bmore than {_N} \w+ ago"), _unclear),
    Rule(re.compile(r"\bday before yesterday\b"), _days_back(2)),
    Rule(re.compile(r"\byesterday\b|\blast night\b"), _days_back(1)),
    Rule(
        re.compile(
            r"\b(?:today|this (?:morning|afternoon|evening)|tonight|just now"
            r"|just (?:got|came) (?:back|home|out)|(?:an|one|two|three|four|\d) hours? ago)\b"
        ),
        _days_back(0),
    ),
    Rule(
        re.compile(
            rf"\b{_N} (?P<unit>(?:working |business )?days?|weeks?|fortnights?|months?)"
            r" (?:ago|back)\b"
        ),
        _ago,
    ),
    *_dated(ahead=False),
    Rule(
        re.compile(
            rf"\b(?:(?P<w>{_W})(?:,? (?:of|in))? last week|last week,? (?:on )?(?P<w2>{_W}))\b"
        ),
        _in_last_week,
        "weekday",
    ),
    Rule(
        re.compile(
            rf"(?<!\bby )(?<!\bnext )(?<!\buntil )(?<!\btill )(?<!\bbefore )(?<!\bsince )"
            rf"(?<!\bcoming )\b{_SURE_W}(?! week\b)"
        ),
        _weekday_behind,
        "weekday",
    ),
)

ANY_TIME: Final = re.compile(
    rf"\d|\b(?:{_W}s?|weeks?|weekend|months?|days?|fortnight|today|tonight|tomorrow|after|before|by"
    r"|until|till|christmas|year|easter|january|february|april|june|july|august|september|october"
    r"|november|december|hours?)\b"
)
"""A word that speaks of a time, understood or not."""
