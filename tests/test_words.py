"""Texts become words only for one reader, and a value is never read as a pattern."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import ENGLISH, PSEUDO, Language, isolated, known, language, t, tn


@given(st.text(max_size=50))
def test_what_a_person_wrote_is_shown_as_they_wrote_it(words: str) -> None:
    shown = ENGLISH.say(t("You said {quote}.", quote=words))

    assert shown == f"You said {isolated(words)}."


def test_a_missing_value_says_which_one() -> None:
    with pytest.raises(KeyError, match="quote"):
        ENGLISH.say(t("You said {quote}.", other="x"))


@pytest.mark.parametrize(("n", "said"), [(1, "1 day"), (2, "2 days"), (0, "0 days")])
def test_a_number_chooses_its_form(n: int, said: str) -> None:
    assert ENGLISH.say(tn("{n} day", "{n} days", n)) == said


def test_days_and_hours_are_written_out() -> None:
    moment = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)

    assert ENGLISH.say(t("{day}", day=date(2026, 11, 27))) == "Friday 27 November"
    assert ENGLISH.say(t("{at}", at=moment)) == "Friday 27 November, 09:00"


def test_a_list_is_listed_as_the_language_does() -> None:
    assert ENGLISH.say(t("{all}", all=("one", t("two"), "three"))) == "one, two and three"


def test_right_to_left_words_do_not_turn_the_sentence() -> None:
    assert ENGLISH.say(t("You said {quote}.", quote="שלום")) == "You said \u2068שלום\u2069."


@given(st.text(min_size=1, max_size=80))
def test_the_pseudo_locale_is_two_fifths_longer(english: str) -> None:
    said = language(PSEUDO).say(known("a.b.c", english))

    assert len(said) == len(english) + len(english) * 2 // 5 + 2


def test_the_pseudo_locale_leaves_the_persons_words_alone() -> None:
    assert "late again" in language(PSEUDO).say(t("You said {quote}.", quote="late again"))


def test_a_catalogue_is_asked_with_context_and_english() -> None:
    asked: list[tuple[str | None, str]] = []

    def find(context: str | None, english: str) -> str | None:
        asked.append((context, english))
        return "Du sagtest {quote}." if english.startswith("You said") else None

    german = Language("de", find)

    assert german.say(t("You said {quote}.", quote="ja")) == "Du sagtest ja."
    assert german.say(known("mistakes.rambled.name", "Long answers")) == "Long answers"
    assert asked[1] == ("mistakes.rambled.name", "Long answers")
