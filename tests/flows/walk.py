"""Walks a flow: every answer to every question at least once, and random talks to their end.

A full tree of answers has no end (an account may have any number of pieces), so two places count
as the same when the question, the last answers before it (`memory` of them) and how the person is
are the same.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from bot.flows.replay import Asking, Finished, Looking, replay
from bot.flows.replies import Chosen, Done, Found, Reply, Skipped, Withheld, Written
from bot.flows.steps import Choose, Flow, Look, Question, Write

Make: TypeAlias = Callable[[], Flow[object]]
Find: TypeAlias = Callable[[Look], object]
State: TypeAlias = Asking | Finished[object]

LONGEST_TALK = 150
"""Answers after which a talk that has not ended never will."""


def every_answer(make: Make, find: Find, texts: tuple[str, ...], memory: int) -> Iterator[State]:
    """Give every state that differs from those before it, each found by a shortest way."""
    seen: set[object] = set()
    waiting: deque[dict[str, Reply]] = deque([{}])
    while waiting:
        given = waiting.popleft()
        state = settled(make, find, given)
        mark = _mark(state, given, memory)
        if mark in seen:
            continue
        seen.add(mark)
        yield state
        if isinstance(state, Asking):
            for reply in possible(state.question, texts):
                waiting.append({**given, state.question.key: reply})


def talk(make: Make, find: Find, texts: tuple[str, ...], dice: Random) -> list[State]:
    """Answer at random until the flow ends; gives every state on the way."""
    given: dict[str, Reply] = {}
    states: list[State] = []
    while len(states) < LONGEST_TALK:
        state = settled(make, find, given)
        states.append(state)
        if isinstance(state, Finished):
            return states
        given[state.question.key] = dice.choice(possible(state.question, texts))
    raise AssertionError(f"no end after {LONGEST_TALK} answers, at {sorted(given)[-5:]}")


def settled(make: Make, find: Find, given: dict[str, Reply]) -> State:
    """Replay and look up whatever is needed, until the flow asks or ends."""
    while isinstance(state := replay(make(), given), Looking):
        given[state.look.key] = Found(find(state.look))
    return state


def possible(question: Question, texts: tuple[str, ...]) -> list[Reply]:
    """Give one reply of each kind that fits the question."""
    replies: list[Reply] = [Skipped(), Withheld()]
    match question:
        case Choose(options=options):
            replies += [Chosen(option.name) for option in options]
        case Write(longest=longest, several=several):
            replies += [Written(text[:longest]) for text in texts]
            replies += [Written("I feel low.", 1), Written("I have not slept for weeks.", 2)]
            if several:
                replies.append(Done())
    return replies


def _mark(state: State, given: dict[str, Reply], memory: int) -> object:
    if isinstance(state, Finished):
        return ("finished", tuple(type(step).__name__ for step in state.said))
    before = [
        (re.sub(r"\d+", "n", key), _kind(given[key]))
        for key in state.path
        if not isinstance(given[key], Found)
    ][-memory:]
    mood = frozenset(_kind(one) for one in given.values() if _kind(one) in ("withheld", "care 2"))
    options = (
        tuple(option.name for option in state.question.options)
        if isinstance(state.question, Choose)
        else ()
    )
    return (re.sub(r"\d+", "n", state.question.key), options, tuple(before), mood)


def _kind(reply: Reply) -> str:
    match reply:
        case Chosen(name):
            return name
        case Written(text, care):
            return f"care {care}" if care else text[:12]
        case Withheld():
            return "withheld"
        case _:
            return type(reply).__name__
