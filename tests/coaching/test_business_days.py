"""Business days, holidays, zones and the clock on the wall."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.business_days import Calendar, holidays_of, knows_holidays, wall, zone_of

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
BERLIN = ZoneInfo("Europe/Berlin")
calendars = st.sampled_from(
    [
        Calendar(),
        Calendar("DE", "BY"),
        Calendar("DE"),
        Calendar("GB", "SCT"),
        Calendar("US"),
        Calendar("IN"),
    ]
)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def test_the_business_day_after_a_friday_is_monday() -> None:
    assert Calendar().plus(FRIDAY, 1) == MONDAY


def test_day_zero_is_the_day_itself_even_on_a_weekend() -> None:
    saturday = FRIDAY + timedelta(days=1)
    assert Calendar().plus(saturday, 0) == saturday
    assert Calendar().plus(saturday, 1) == MONDAY


def test_a_public_holiday_is_no_business_day() -> None:
    assert not Calendar("DE", "BE").is_business_day(date(2026, 12, 25))
    assert Calendar("DE", "BE").plus(date(2026, 12, 23), 2) == date(2026, 12, 28)


def test_a_holiday_of_one_region_is_a_business_day_in_another() -> None:
    epiphany = date(2026, 1, 6)
    assert not Calendar("DE", "BY").is_business_day(epiphany)
    assert Calendar("DE", "BE").is_business_day(epiphany)


def test_without_a_region_a_holiday_of_any_region_counts() -> None:
    assert not Calendar("DE").is_business_day(date(2026, 1, 6))
    assert not Calendar("GB").is_business_day(date(2026, 11, 30))


def test_a_region_may_be_written_with_its_country() -> None:
    assert holidays_of("DE", "DE-BY", 2026) == holidays_of("DE", "BY", 2026)


def test_a_region_nobody_knows_is_treated_as_no_region() -> None:
    assert holidays_of("DE", "nowhere", 2026) == holidays_of("DE", None, 2026)


def test_an_observed_holiday_counts_in_the_year_it_falls_in() -> None:
    # New Year's Day 2028 is a Saturday, so in the United States the Friday before is off.
    assert date(2027, 12, 31) in holidays_of("US", "NY", 2027)


def test_an_unknown_country_has_only_weekends() -> None:
    assert Calendar(None).is_business_day(date(2026, 12, 25))
    assert not Calendar(None).is_business_day(date(2026, 12, 26))


def test_a_country_whose_holidays_nobody_wrote_down_has_only_weekends_and_says_so() -> None:
    assert not knows_holidays("ZZ")
    assert Calendar("ZZ").is_business_day(date(2026, 12, 25))


def test_the_business_day_before_a_monday_is_friday() -> None:
    assert Calendar().before(MONDAY) == FRIDAY


@settings(deadline=None)
@given(calendars, days, st.integers(0, 25))
def test_counting_undoes_adding(calendar: Calendar, day: date, n: int) -> None:
    assert calendar.count(day, calendar.plus(day, n)) == n


@settings(deadline=None)
@given(calendars, days, st.integers(1, 25))
def test_adding_business_days_ends_on_a_business_day(calendar: Calendar, day: date, n: int) -> None:
    assert calendar.is_business_day(calendar.plus(day, n))


@pytest.mark.parametrize(
    ("country", "region", "zone"),
    [
        ("DE", None, "Europe/Berlin"),
        ("GB", None, "Europe/London"),
        ("IN", None, "Asia/Kolkata"),
        ("US", None, "America/New_York"),
        ("US", "CA", "America/Los_Angeles"),
        ("US", "US-TX", "America/Chicago"),
        ("AU", None, "Australia/Sydney"),
        ("AU", "WA", "Australia/Perth"),
        ("CA", None, "America/Toronto"),
        ("CA", "BC", "America/Vancouver"),
        ("BR", None, "America/Sao_Paulo"),
        ("RU", None, "Europe/Moscow"),
        ("ES", "CN", "Atlantic/Canary"),
        ("de", None, "Europe/Berlin"),
        (None, None, None),
        ("ZZ", None, None),
    ],
)
def test_a_place_keeps_the_clock_of_its_region_or_of_its_largest_city(
    country: str | None, region: str | None, zone: str | None
) -> None:
    assert zone_of(country, region) == zone


def test_every_country_has_a_clock() -> None:
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    countries = [line.split("\t")[0] for line in table.splitlines() if not line.startswith("#")]
    # Two uninhabited places have none.
    without = [country for country in countries if zone_of(country) is None]
    assert sorted(without) == ["BV", "HM"]


@given(
    calendars,
    days,
    st.times(time(8), time(18)),
    st.sampled_from([BERLIN, ZoneInfo("Asia/Kolkata")]),
)
@settings(max_examples=50, deadline=None)
def test_an_office_hour_is_the_same_on_the_wall_all_year(
    calendar: Calendar, day: date, hour: time, zone: ZoneInfo
) -> None:
    assert wall(day, hour, zone).replace(tzinfo=None) == datetime.combine(day, hour)


def test_an_hour_that_the_clocks_skip_becomes_the_one_they_show_instead() -> None:
    assert wall(date(2026, 3, 29), time(2, 30), BERLIN).time() == time(3, 30)


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    moment = wall(date(2026, 10, 25), time(2, 30), BERLIN)
    assert moment.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
