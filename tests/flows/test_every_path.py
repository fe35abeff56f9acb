"""Every path of every flow ends, and every text on it fits every platform in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from random import Random

import pytest

from bot import limits
from bot.coaching import knowledge
from bot.coaching.follow_ups import Event, Kind
from bot.coaching.told.interview import Interview, Way
from bot.flows.debrief import Start, debrief
from bot.flows.looking import LOOKED_UP, MOMENT, NEXT, READING, READING_CLOSELY
from bot.flows.news import Job, NewsStart, news
from bot.flows.replay import Asking, Finished
from bot.flows.replies import Chosen, Reply, Skipped
from bot.flows.steps import Choose, Flow, Look, Say, Show
from bot.words import ENGLISH, PSEUDO, Card, Tone, language
from tests.flows.walk import State, every_answer, settled, talk

NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
LANGUAGES = (ENGLISH, language(PSEUDO))
TEXTS = (
    "Line cook at Harbour Kitchen in the UK, trial shift, yesterday.",
    "I went on and on and she had to stop me. They asked for my date of birth on a form.",
    "They said by Friday and I should call him.",
)


READ: dict[str, object] = {}


def found(look: Look) -> object:
    """Look up what the house would, with the clock standing still."""
    if look.what == MOMENT:
        return NOW.isoformat()
    if look.what in (READING, READING_CLOSELY):
        # The same few texts are read on every path.
        key = repr(sorted(look.given.items()))
        if key not in READ:
            READ[key] = LOOKED_UP[look.what](**look.given)
        return READ[key]
    return LOOKED_UP[look.what](**look.given)


def all_of_them(look: Look) -> object:
    """Propose every id of the taxonomy in turn, so that each confirming question is met."""
    if look.what == NEXT:
        ids = (*knowledge.mistakes(), *knowledge.factors(), *knowledge.strengths())
        answers = look.given["answers"]
        assert isinstance(answers, dict)
        left = [id_ for id_ in ids if id_ not in answers]
        return {"id": left[0], "quote": "and then it happened", "weight": 0.5}
    return found(look)


STARTS = {
    "nothing known": Start(),
    "introduced": Start(
        known=Interview(role="nurse", country="US", stage="panel", way=Way.GROUP),
        days_since=4,
        introduced=True,
        tone=Tone.DIRECT,
        person_zone="America/New_York",
        person_country="US",
        most_status_notes=2,
    ),
}
JOBS = (
    Job("a", Interview(role="cook", employer="Harbour"), (Event(Kind.INTERVIEW_HAPPENED, NOW),)),
    Job("b", Interview(held_on=date(2026, 11, 20)), ()),
)
NEWS_STARTS = {"none": NewsStart(), "one": NewsStart(JOBS[:1]), "two": NewsStart(JOBS)}


def debriefs(start: Start) -> Flow[object]:
    return (yield from debrief(start))


def newses(start: NewsStart) -> Flow[object]:
    return (yield from news(start))


MEMORIES = [1, pytest.param(2, marks=[pytest.mark.slow, pytest.mark.timeout(900)])]


@pytest.mark.parametrize("memory", MEMORIES)
@pytest.mark.parametrize("name", STARTS)
def test_every_answer_to_every_question_of_a_debrief_leads_on_and_fits(
    name: str, memory: int
) -> None:
    states = list(every_answer(lambda: debriefs(STARTS[name]), found, TEXTS, memory))

    assert any(isinstance(state, Finished) for state in states)
    assert len(states) > 300
    assert faults(states) == []


@pytest.mark.parametrize("memory", MEMORIES)
@pytest.mark.parametrize("name", NEWS_STARTS)
def test_every_answer_to_every_question_about_news_leads_on_and_fits(
    name: str, memory: int
) -> None:
    states = list(every_answer(lambda: newses(NEWS_STARTS[name]), found, TEXTS, memory))

    assert any(isinstance(state, Finished) for state in states)
    assert faults(states) == []


@pytest.mark.parametrize("seed", range(60))
def test_a_debrief_ends_whatever_is_answered(seed: int) -> None:
    start = list(STARTS.values())[seed % len(STARTS)]
    states = talk(lambda: debriefs(start), found, TEXTS, Random(seed))

    assert isinstance(states[-1], Finished)
    assert faults(states) == []


def test_every_confirming_question_fits() -> None:
    start = Start(introduced=True, most_targeted=64)
    given: dict[str, Reply] = {}
    states: list[State] = []
    while isinstance(state := settled(lambda: debriefs(start), all_of_them, given), Asking):
        states.append(state)
        about = isinstance(state.question, Choose) and state.question.about is not None
        given[state.question.key] = Chosen("no") if about else Skipped()
    asked = {
        state.question.about
        for state in states
        if isinstance(state, Asking) and isinstance(state.question, Choose)
    }

    assert len(asked - {None}) == 64
    assert faults(states) == []


def faults(states: list[State]) -> list[str]:
    return [fault for state in states for fault in _faults(state)]


def _faults(state: State) -> Iterator[str]:
    for tongue in LANGUAGES:
        for step in state.said:
            match step:
                case Say(text):
                    yield from _too_long(tongue.say(text), limits.SAYING_LONGEST)
                case Show(cards):
                    for card in cards:
                        yield from _card(card, tongue.say)
        if isinstance(state, Finished):
            continue
        question = state.question
        yield from _too_long(tongue.say(question.text), limits.QUESTION_LONGEST)
        if len(question.key.encode()) > limits.KEY_LONGEST:
            yield f"the key {question.key} is too long"
        if isinstance(question, Choose):
            if not 1 <= len(question.options) <= limits.OPTIONS_MOST:
                yield f"{question.key} has {len(question.options)} options"
            if len({option.name for option in question.options}) != len(question.options):
                yield f"{question.key} has an option twice"
            for option in question.options:
                yield from _too_long(tongue.say(option.label), limits.OPTION_LABEL_LONGEST)


def _card(card: Card, say: object) -> Iterator[str]:
    assert callable(say)
    yield from _too_long(say(card.title), 200)
    for line in card.lines:
        yield from _too_long(say(line.text), limits.SAYING_LONGEST)


def _too_long(words: str, longest: int) -> Iterator[str]:
    if not words:
        yield "an empty text"
    if len(words) > longest:
        yield f"{len(words)} characters, {longest} at most: {words[:60]}"
    for mark in ("!", "  ", " .", "{", "}"):
        if mark in words.replace("!=", ""):
            yield f"{mark!r} in: {words[:80]}"
