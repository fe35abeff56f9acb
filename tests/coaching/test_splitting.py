"""An account is cut without losing a word, and every place is one in the text as typed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reading.splitting import folded, page

ANY_TEXT = st.text() | st.lists(
    st.sampled_from(
        [
            "I was late",
            ". ",
            "! ",
            "?",
            "\n",
            "\n- ",
            " and i ",
            " but ",
            "...",
            " 😭 ",
            "e.g. ",
            "(",
            ") ",
            "«ja»",
            "İ",
            "ß",
            "ﬁ",
            "1. ",
            ", ",
            " a.m. ",
            "“no” ",
            "so he said ",
        ]
    ),
    max_size=60,
).map("".join)


@given(ANY_TEXT)
def test_the_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(ANY_TEXT)
def test_sentences_stand_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for sentence in page(text).sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        end = sentence.end


@given(ANY_TEXT)
def test_no_letter_and_no_digit_is_left_out(text: str) -> None:
    covered = {
        place for sentence in page(text).sentences for place in range(sentence.start, sentence.end)
    }
    assert not [place for place, sign in enumerate(text) if sign.isalnum() and place not in covered]


@given(ANY_TEXT)
def test_clauses_fill_their_sentence(text: str) -> None:
    for sentence in page(text).sentences:
        assert sentence.clauses[0].start == sentence.start
        assert sentence.clauses[-1].end == sentence.end
        for before, after in zip(sentence.clauses, sentence.clauses[1:], strict=False):
            assert before.start < before.end <= after.start < after.end
            assert not text[before.end : after.start].strip()


@given(ANY_TEXT, st.integers(0, 2_000))
def test_every_place_has_its_sentence_and_clause(text: str, place: int) -> None:
    cut = page(text)
    for number, sentence in enumerate(cut.sentences):
        if sentence.start <= place < sentence.end:
            assert cut.sentence_at(place) == number
            assert sentence.start <= cut.clause_at(place).start <= sentence.end


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I was late. He was not.", ["I was late.", "He was not."]),
        ("met Dr. Okafor at 9 a.m. in town", ["met Dr. Okafor at 9 a.m. in town"]),
        ("It pays £12.50 an hour. Fine!", ["It pays £12.50 an hour.", "Fine!"]),
        ("- late\n- phone rang\n\n* no questions", ["late", "phone rang", "no questions"]),
        ("it went ok... i think", ["it went ok... i think"]),
        ("and what was the result?? i had none", ["and what was the result??", "i had none"]),
        ('"any questions?" and i had none', ['"any questions?" and i had none']),
        ("1. late\n2. rude", ["1. late", "2. rude"]),
        ("I was late.He did not mind", ["I was late.", "He did not mind"]),
    ],
)
def test_a_sentence_ends_where_people_end_it(text: str, sentences: list[str]) -> None:
    assert [text[one.start : one.end] for one in page(text).sentences] == sentences


def test_a_flow_without_full_stops_is_cut_between_its_parts() -> None:
    flow = (
        "so i got there and the man was nice and i sat down and he asked me about my last job " * 9
    )
    cut = page(flow)
    assert len(cut.sentences) > 4
    assert all(one.end - one.start <= 600 for one in cut.sentences)


@pytest.mark.parametrize(
    "piece", ["a ", "((((", "no no no ", "!?!?", "x", "😭", "\n", "- ", "e.g. ", " and i ", ", "]
)
def test_no_long_text_holds_it_up(piece: str) -> None:
    begun = time.perf_counter()
    page((piece * 60_000)[:60_000])
    assert time.perf_counter() - begun < 1.5


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Any questions? and i said nope", 1),
        ("any questions? i said no", 1),
        ("Any questions? And I said nope.", 2),
        ("did it go well? they never called", 2),
        ("what a day! and i was so tired", 2),
    ],
)
def test_a_question_and_its_answer_in_one_breath_are_one_sentence(text: str, count: int) -> None:
    assert len(page(text).sentences) == count
