"""Every sentence that a person can be shown is one that a translator finds in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

from babel.messages.extract import extract_from_dir

from bot.flows.debrief import Start
from bot.flows.steps import Choose, Say, Show
from bot.words import Card, Text
from tests.flows.test_every_path import (
    JOBS,
    NEWS_STARTS,
    STARTS,
    TEXTS,
    debriefs,
    found,
    newses,
)
from tests.flows.walk import State, every_answer, talk
from tests.transcript import ROOT

KEYWORDS = {"t": None, "tn": (1, 2)}


def catalogue() -> set[str]:
    found_in_code: set[str] = set()
    for _file, _line, message, _comments, _context in extract_from_dir(
        ROOT / "bot", method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        found_in_code.update([message] if isinstance(message, str) else message)
    return found_in_code


def texts(state: State) -> Iterator[Text]:
    for step in state.said:
        match step:
            case Say(text):
                yield from within(text)
            case Show(cards):
                for card in cards:
                    yield from of_card(card)
    question = getattr(state, "question", None)
    if question is not None:
        yield from within(question.text)
        if isinstance(question, Choose):
            for option in question.options:
                yield from within(option.label)


def of_card(card: Card) -> Iterator[Text]:
    yield from within(card.title)
    for line in card.lines:
        yield from within(line.text)


def within(text: Text) -> Iterator[Text]:
    yield text
    for _name, value in text.values:
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Text):
                yield from within(one)


def test_every_text_of_every_path_is_in_the_catalogue_or_in_a_knowledge_file() -> None:
    known = catalogue()
    states: list[State] = []
    for start in STARTS.values():
        states += every_answer(partial(debriefs, start), found, TEXTS, 1)
    for news in NEWS_STARTS.values():
        states += every_answer(partial(newses, news), found, TEXTS, 1)
    for seed in range(20):
        states += talk(lambda: debriefs(Start()), found, TEXTS, Random(seed))
    shown = {text for state in states for text in texts(state)}
    missing = {text.id for text in shown if text.context is None and text.id not in known}

    assert len(shown) > 300
    assert missing == set()
    assert JOBS[0].label.id in known
