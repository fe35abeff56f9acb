"""The laws of replay, each on a flow of a few lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.replay import Asking, BrokenFlow, Finished, Looking, fits, replay
from bot.flows.replies import (
    Chosen,
    Done,
    Found,
    Reply,
    Skipped,
    Withheld,
    Written,
    from_json,
    to_json,
)
from bot.flows.steps import Choose, Flow, Look, Option, Write, choose, look, say, write
from bot.words import t

COLOURS = (Option("red", t("Red")), Option("blue", t("Blue")))


def small() -> Flow[tuple[str | None, str, int]]:
    yield from say(t("Hello."))
    colour = yield from choose("colour", t("Which colour?"), COLOURS)
    number: int = yield from look("number", "a number")
    yield from say(t("Thank you."))
    words = yield from write("why", t("Why?"))
    return colour, words.text if isinstance(words, Written) else "", number


def test_an_empty_history_asks_the_first_question() -> None:
    state = replay(small(), {})

    assert isinstance(state, Asking)
    assert state.question.key == "colour"
    assert [step.text.id for step in state.said if hasattr(step, "text")] == ["Hello."]


def test_what_must_be_looked_up_stops_the_flow() -> None:
    state = replay(small(), {"colour": Chosen("red")})

    assert isinstance(state, Looking)
    assert state.look.what == "a number"


def test_only_what_was_said_since_the_last_answer_is_said() -> None:
    state = replay(small(), {"colour": Chosen("red"), "number": Found(7)})

    assert isinstance(state, Asking)
    assert [step.text.id for step in state.said if hasattr(step, "text")] == ["Thank you."]


def test_a_finished_flow_gives_its_value_and_its_path() -> None:
    answers: dict[str, Reply] = {
        "why": Written("it is calm"),
        "number": Found(7),
        "colour": Chosen("blue"),
    }
    state = replay(small(), answers)

    assert isinstance(state, Finished)
    assert state.value == ("blue", "it is calm", 7)
    assert state.path == ("colour", "number", "why")


def test_the_same_answers_give_the_same_turn_in_any_order_of_storage() -> None:
    one: dict[str, Reply] = {"colour": Chosen("red"), "number": Found(1)}
    other: dict[str, Reply] = {"number": Found(1), "colour": Chosen("red")}

    assert replay(small(), one) == replay(small(), other)


def test_a_stored_answer_that_no_longer_fits_is_asked_again() -> None:
    state = replay(small(), {"colour": Chosen("green"), "number": Found(1)})

    assert isinstance(state, Asking)
    assert state.question.key == "colour"


def test_a_stored_answer_that_is_no_longer_asked_is_ignored() -> None:
    state = replay(small(), {"size": Chosen("large")})

    assert isinstance(state, Asking)
    assert state.question.key == "colour"


def test_a_question_put_in_between_is_asked_and_the_rest_is_kept() -> None:
    def edited() -> Flow[tuple[str | None, str | None]]:
        size = yield from choose("size", t("Which size?"), (Option("small", t("Small")),))
        colour = yield from choose("colour", t("Which colour?"), COLOURS)
        return size, colour

    state = replay(edited(), {"colour": Chosen("red")})
    assert isinstance(state, Asking)
    assert state.question.key == "size"

    state_after = replay(edited(), {"colour": Chosen("red"), "size": Chosen("small")})
    assert isinstance(state_after, Finished)
    assert state_after.value == ("small", "red")


def test_asking_twice_for_one_key_is_a_fault_of_the_flow() -> None:
    def twice() -> Flow[None]:
        yield from choose("colour", t("Which?"), COLOURS)
        yield from choose("colour", t("Which?"), COLOURS)

    with pytest.raises(BrokenFlow, match="colour"):
        replay(twice(), {"colour": Chosen("red")})


def test_every_question_can_be_skipped() -> None:
    assert fits(Choose("k", t("?"), COLOURS), Skipped())
    assert fits(Write("k", t("?")), Skipped())


def test_done_ends_only_an_account_of_several_pieces() -> None:
    assert fits(Write("k", t("?"), several=True), Done())
    assert not fits(Write("k", t("?")), Done())


def test_what_the_house_found_answers_no_question_and_nobody_answers_a_look_up() -> None:
    assert not fits(Write("k", t("?")), Found("words"))
    assert not fits(Look("k", "moment", {}), Written("words"))


def test_words_past_the_longest_do_not_fit() -> None:
    assert fits(Write("k", t("?"), longest=5), Written("12345"))
    assert not fits(Write("k", t("?"), longest=5), Written("123456"))


replies = st.one_of(
    st.builds(Chosen, st.text(max_size=20)),
    st.builds(Written, st.text(max_size=200), st.integers(0, 2)),
    st.just(Skipped()),
    st.just(Done()),
    st.just(Withheld()),
    st.builds(Found, st.recursive(st.none() | st.booleans() | st.text(), st.lists, max_leaves=5)),
)


@given(replies)
def test_a_stored_reply_is_read_as_it_was(reply: Reply) -> None:
    assert from_json(to_json(reply)) == reply


def test_a_reply_of_another_version_is_no_reply() -> None:
    assert from_json('{"sung": "la"}') is None
