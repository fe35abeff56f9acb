"""Two readers of one account: agreement makes firmer, difference makes a question."""

from __future__ import annotations

import pytest

from bot.coaching.reading import Strength, read
from bot.coaching.reading.second import NoOpinion, Opinion, asked, opinion_in, schema, weighed
from bot.coaching.reading.signs import Sign
from bot.coaching.reading.splitting import Span

STORY = "I turned up twenty minutes late. She looked at the clock while I talked about uni."


def sign(strength: Strength) -> Sign:
    return Sign("rambled", 0, 10, strength, 0.5)


@pytest.mark.parametrize(
    ("alone", "agreed"),
    [
        (Strength.SUGGESTED, Strength.LIKELY),
        (Strength.LIKELY, Strength.STATED),
        (Strength.STATED, Strength.STATED),
    ],
)
def test_what_both_see_is_one_step_firmer(alone: Strength, agreed: Strength) -> None:
    opinion = Opinion("m", {"rambled": Span(5, 30)})

    one = weighed({"rambled": sign(alone)}, opinion)["rambled"]

    assert one.strength is agreed
    assert (one.start, one.end) == (0, 10)


@pytest.mark.parametrize("alone", list(Strength))
def test_what_only_the_built_in_reader_sees_is_asked_about(alone: Strength) -> None:
    one = weighed({"rambled": sign(alone)}, Opinion("m", {}))["rambled"]

    assert one.strength is not Strength.STATED


def test_what_only_the_model_sees_is_a_question() -> None:
    one = weighed({}, Opinion("m", {"rambled": Span(5, 30)}))["rambled"]

    assert one.strength is Strength.SUGGESTED
    assert (one.start, one.end) == (5, 30)


def test_a_reading_names_the_model_that_read_along() -> None:
    reading = read(STORY, opinion=Opinion("small-1", {}))

    assert reading.also == "small-1"
    assert reading.read_by.endswith(" + small-1")
    assert read(STORY).also is None


def test_what_both_read_differently_loses_nothing() -> None:
    alone = {one.id for one in read(STORY).signs}
    beside = {one.id for one in read(STORY, opinion=Opinion("m", {})).signs}

    assert "late_or_no_show" in alone
    assert alone <= beside


def test_skills_are_taken_as_they_stand_in_the_text() -> None:
    question = asked("They wanted ISO 9001 and I had never heard of it.")
    opinion = opinion_in('{"findings": [], "skills": ["iso 9001", "SAP"]}', question, "m")

    assert [one.skill for one in opinion.skills] == ["ISO 9001"]


def test_an_answer_without_json_is_no_opinion() -> None:
    with pytest.raises(NoOpinion):
        opinion_in("I cannot read this.", asked(STORY), "m")


def test_the_form_of_an_answer_knows_every_id() -> None:
    ids = schema()["properties"]["findings"]["items"]["properties"]["id"]["enum"]

    assert len(ids) == len(set(ids)) == 64
