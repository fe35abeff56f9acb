"""The facts of an interview, read from a plain sentence and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coaching.interview import Interview, Way, facts_in, is_practical, way_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "role", "employer", "country"),
    [
        (
            "Line cook at Harbour Kitchen, trial shift, yesterday",
            "Line cook",
            "Harbour Kitchen",
            None,
        ),
        ("Nurse band 5, St Mary's, in England", "Nurse band 5", None, "GB"),
        ("junior dev at Acme, second round on zoom", "junior dev", "Acme", None),
        (
            "bookkeeper job with Hospital Foundation in Ohio",
            "bookkeeper",
            "Hospital Foundation",
            "US",
        ),
        ("barista in leeds uk", "barista", None, "GB"),
        ("it went badly", None, None, None),
        ("I had an interview yesterday and I froze", None, None, None),
    ],
)
def test_facts_of_a_short_answer(
    words: str, role: str | None, employer: str | None, country: str | None
) -> None:
    found = facts_in(words, TODAY)

    assert (found.role, found.employer, found.country) == (role, employer, country)


@pytest.mark.parametrize(
    ("words", "country", "region"),
    [
        ("in Scotland", "GB", "SCT"),
        ("developer in Ontario", "CA", "ON"),
        ("in Bayern, Germany", "DE", "BY"),
    ],
)
def test_a_region_is_read_with_its_country(words: str, country: str, region: str) -> None:
    found = facts_in(words, TODAY)

    assert (found.country, found.region) == (country, region)


def test_a_long_account_names_no_role_and_no_employer() -> None:
    found = facts_in("Chef said hello at The Door of a long evening. " * 20, TODAY)

    assert found.role is None
    assert found.employer is None


def test_what_is_known_is_not_overwritten() -> None:
    known = Interview(role="chef", country="IE")

    assert known.filled_from(Interview(role="cook", employer="Harbour")) == Interview(
        role="chef", employer="Harbour", country="IE"
    )


def test_a_trial_is_practical_and_a_call_is_not() -> None:
    assert is_practical(Interview(way=way_of("trial shift")))
    assert not is_practical(Interview(way=Way.PHONE))
    assert way_of("panel") is Way.GROUP
