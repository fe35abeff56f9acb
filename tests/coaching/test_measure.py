"""How a reading is counted: what is right, wrong and missed, and where the quotes stand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.reading.measure import counted, interval, shared, skills_found

TEXT = "I was late by ten minutes. She smiled. I had never used SAP, and I said so."


def account(**labels: Any) -> dict[str, Any]:
    return {
        "id": "a1", "text": TEXT, "mistakes": [], "not_your_fault": [], "strengths": [],
        "skill_gaps": [], "traps": [], **labels,
    }  # fmt: skip


def found(*mistakes: tuple[str, str], certainty: str = "stated") -> dict[str, Any]:
    listed = [{"id": id_, "quote": quote, "certainty": certainty} for id_, quote in mistakes]
    return {
        "mistakes": listed, "not_your_fault": [], "strengths": [], "skill_gaps": [],
    }  # fmt: skip


LATE = {"id": "late_or_no_show", "quote": "I was late by ten minutes", "certainty": "clear"}


def test_a_clear_label_that_is_found_is_right_and_in_its_place() -> None:
    count = counted(
        [(account(mistakes=[LATE]), found(("late_or_no_show", "late by ten minutes")))], "mistakes"
    )

    assert (count.f1, count.in_place, count.verbatim, count.stated_right) == (1, 1, 1, 1)


def test_a_clear_label_that_is_not_found_is_missed_and_a_hinted_one_is_not() -> None:
    hinted = {**LATE, "certainty": "hinted"}

    assert counted([(account(mistakes=[LATE]), found())], "mistakes").missed.total() == 1
    assert counted([(account(mistakes=[hinted]), found())], "mistakes").missed.total() == 0


def test_what_is_not_labelled_is_wrong_and_an_account_without_a_label_is_counted() -> None:
    count = counted([(account(), found(("rambled", "She smiled")))], "mistakes")

    assert (count.wrong.total(), count.nothing_there, count.nothing_there_but_found) == (1, 1, 1)


def test_a_trap_is_hit_only_at_its_place() -> None:
    trap = {"id": "skill_gap", "quote": "I had never used SAP"}
    trapped = account(traps=[trap])

    assert counted([(trapped, found(("skill_gap", "never used SAP")))], "mistakes").traps_hit == 1
    assert counted([(trapped, found(("skill_gap", "She smiled")))], "mistakes").traps_hit == 0


def test_a_quote_that_is_not_in_the_text_or_too_long_is_not_verbatim() -> None:
    long = {**account(), "text": "x" * 300}
    read = found(("rambled", "x" * 201))

    assert counted([(long, read)], "mistakes").verbatim == 0
    assert counted([(account(), found(("rambled", "She laughed")))], "mistakes").verbatim == 0


@given(st.integers(0, 60), st.integers(1, 14), st.integers(0, 60), st.integers(1, 14))
def test_sharing_a_place_goes_both_ways(one: int, long: int, other: int, length: int) -> None:
    first, second = TEXT[one : one + long], TEXT[other : other + length]

    assert shared(TEXT, first, second) == shared(TEXT, second, first)


def test_a_skill_is_found_by_a_word_that_it_shares() -> None:
    pair = (
        account(skill_gaps=["Kubernetes clusters", "SAP"]),
        {"skill_gaps": [{"skill": "kubernetes"}]},
    )

    assert skills_found([pair]) == (1, 2)


def test_an_interval_holds_the_figure() -> None:
    pairs = [
        (account(mistakes=[LATE]), found(("late_or_no_show", "late"))),
        (account(mistakes=[LATE]), found()),
    ]
    low, high = interval(pairs, lambda some: counted(some, "mistakes").recall, 100)

    assert low <= 0.5 <= high
