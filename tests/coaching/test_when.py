"""Days as people write them, and what is left alone because it may mean another day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.told.when import coming_day, coming_days, past_day

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("yesterday", date(2026, 11, 23)),
        ("this morning", TODAY),
        ("the day before yesterday", date(2026, 11, 22)),
        ("three days ago", date(2026, 11, 21)),
        ("two weeks back", date(2026, 11, 10)),
        ("last Thursday", date(2026, 11, 19)),
        ("on Tuesday", date(2026, 11, 17)),
        ("12 November", date(2026, 11, 12)),
        ("Nov 12th", date(2026, 11, 12)),
        ("the 12th", date(2026, 11, 12)),
        ("28 December", date(2025, 12, 28)),
        ("2026-11-02", date(2026, 11, 2)),
    ],
)
def test_days_that_lie_behind(words: str, day: date) -> None:
    assert past_day(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tomorrow", date(2026, 11, 25)),
        ("by Friday", date(2026, 11, 27)),
        ("next Friday", date(2026, 12, 4)),
        ("next week", date(2026, 12, 4)),
        ("early next week", date(2026, 12, 2)),
        ("end of the week", date(2026, 11, 27)),
        ("end of the month", date(2026, 11, 30)),
        ("within two weeks", date(2026, 12, 8)),
        ("in a fortnight", date(2026, 12, 8)),
        ("by the 4th", date(2026, 12, 4)),
        ("4 January", date(2027, 1, 4)),
    ],
)
def test_days_that_lie_ahead(words: str, day: date) -> None:
    assert coming_day(words, TODAY) == day


@pytest.mark.parametrize(
    "words",
    [
        "they may call",
        "I sat there",
        "soon",
        "the second question",
        "31 February",
        "no idea",
        "monet",
    ],
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert coming_day(words, TODAY) is None
    assert past_day(words, TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("a week on Monday", date(2026, 12, 7)),
        ("Friday week", date(2026, 12, 4)),
        ("a week today", date(2026, 12, 1)),
        ("two weeks on Friday", date(2026, 12, 11)),
        ("day after tomorrow", date(2026, 11, 26)),
        ("in 3 working days", date(2026, 11, 27)),
        ("10 business days", date(2026, 12, 8)),
        ("in two weeks' time", date(2026, 12, 8)),
        ("a couple of weeks", date(2026, 12, 8)),
        ("within 48 hours", date(2026, 11, 26)),
        ("12/12", date(2026, 12, 12)),
        ("by 13/12", date(2026, 12, 13)),
        ("12/13", date(2026, 12, 13)),
        ("5.12.", date(2026, 12, 5)),
        ("Friday 4 December", date(2026, 12, 4)),
        ("Wednesday, December 2", date(2026, 12, 2)),
        ("beginning of December", date(2026, 12, 10)),
        ("mid-December", date(2026, 12, 20)),
        ("end of next month", date(2026, 12, 31)),
        ("by Christmas", date(2026, 12, 24)),
        ("by the end of the year", date(2026, 12, 31)),
        ("week commencing 7 December", date(2026, 12, 11)),
        ("by end of day Friday", date(2026, 11, 27)),
        ("no later than Friday", date(2026, 11, 27)),
        ("by Wed", date(2026, 11, 25)),
        ("fri", date(2026, 11, 27)),
    ],
)
def test_more_ways_of_naming_a_day_ahead(words: str, day: date) -> None:
    assert coming_day(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Monday or Tuesday", date(2026, 11, 30), date(2026, 12, 1)),
        ("Thursday to Saturday", date(2026, 11, 26), date(2026, 11, 28)),
        ("mon or tue", date(2026, 11, 30), date(2026, 12, 1)),
        ("2-3 weeks", TODAY, date(2026, 12, 15)),
        ("a week or two", date(2026, 12, 1), date(2026, 12, 8)),
        ("between 1 and 5 December", date(2026, 12, 1), date(2026, 12, 5)),
        ("Dec 1-5", date(2026, 12, 1), date(2026, 12, 5)),
        ("next week or the week after", date(2026, 11, 30), date(2026, 12, 11)),
        ("by Friday", TODAY, date(2026, 11, 27)),
        ("next week", date(2026, 11, 30), date(2026, 12, 4)),
    ],
)
def test_a_range_has_its_first_and_its_last_day(words: str, first: date, last: date) -> None:
    assert coming_days(words, TODAY) == (first, last)
    assert coming_day(words, TODAY) == last


@pytest.mark.parametrize(
    "words",
    [
        "5/12",
        "24/7",
        "Friday 3 December",
        "last Friday",
        "two weeks ago",
        "after Friday",
        "in the new year",
        "in the next few days",
        "by December",
        "on Mondays",
        "the 2nd interview",
        "two weeks' notice",
        "Friday, and I start on Monday",
    ],
)
def test_a_day_that_may_be_another_is_not_guessed(words: str) -> None:
    assert coming_day(words, TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday last week", date(2026, 11, 16)),
        ("yesterday (Monday)", date(2026, 11, 23)),
        ("Thursday, November 19", date(2026, 11, 19)),
        ("19/11", date(2026, 11, 19)),
        ("by Friday", None),
        ("since Friday", None),
        ("next Friday", None),
        ("Friday 19 November", None),
        ("Monday before last", None),
        ("I just finished my degree", None),
        ("applied on 2 October, interview last Tuesday", None),
        ("10/10", None),
    ],
)
def test_a_day_behind_is_read_only_where_it_is_one(words: str, day: date | None) -> None:
    assert past_day(words, TODAY) == day


@given(st.text(max_size=60), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_past_day_is_never_ahead_and_a_coming_day_never_behind(words: str, today: date) -> None:
    behind, ahead = past_day(words, today), coming_day(words, today)

    assert behind is None or behind <= today
    assert ahead is None or today <= ahead <= today + timedelta(days=10_000)
