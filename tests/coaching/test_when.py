"""Days as people write them, and what is left alone because it may mean another day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.when import coming_day, past_day

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


@given(st.text(max_size=60), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_past_day_is_never_ahead_and_a_coming_day_never_behind(words: str, today: date) -> None:
    behind, ahead = past_day(words, today), coming_day(words, today)

    assert behind is None or behind <= today
    assert ahead is None or today <= ahead <= today + timedelta(days=10_000)
