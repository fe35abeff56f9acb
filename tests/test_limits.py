"""What is kept of something typed, and what is taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.limits import ACCOUNT_LONGEST, cleaned, has_words


@given(st.text(max_size=300), st.integers(1, 200))
def test_what_is_kept_is_never_longer_than_allowed(typed: str, longest: int) -> None:
    kept = cleaned(typed, longest)

    assert len(kept.text) <= longest


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    once = cleaned(typed, 500)

    assert cleaned(once.text, 500) == type(once)(once.text, 0, 0)


def test_of_two_hundred_thousand_characters_the_first_sixty_thousand_are_kept() -> None:
    kept = cleaned("a" * 200_000, ACCOUNT_LONGEST)

    assert len(kept.text) == 60_000
    assert kept.cut == 140_000


def test_control_characters_and_overrides_are_taken_out_and_counted() -> None:
    kept = cleaned("a\x00b\x1b[31mc\u202ed", 100)

    assert kept.text == "ab[31mcd"
    assert kept.removed == 3


def test_lines_and_tabs_stay() -> None:
    assert cleaned("one\r\ntwo\tthree", 100).text == "one\ntwo\tthree"


@pytest.mark.parametrize(
    ("text", "answer"), [("ok", True), ("7", True), ("好", True), ("🙂🙂", False), ("...", False)]
)
def test_emoji_and_marks_alone_are_no_words(text: str, answer: bool) -> None:
    assert has_words(text) is answer
