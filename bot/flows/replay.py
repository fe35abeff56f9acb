"""A flow and the answers so far -> what the person is asked next.

The laws of replay, each with a test:

1. Same answers, same turn. A flow has no clock, no chance, no input and no output; what it must
   know is looked up once, stored as an answer, and read again from there.
2. A key is asked once a run. Asking twice is a fault of the flow and raises `BrokenFlow`.
3. A stored answer that no longer fits its question is asked again; one that is no longer asked is
   ignored. So a flow may be edited while conversations are under way.
4. Options are stored by name and shown by label: labels may be reworded freely.
5. A flow ends with a value. What follows from it is done by whoever replayed it, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.flows.replies import Chosen, Done, Found, Reply, Skipped, Withheld, Written
from bot.flows.steps import Choose, Flow, Look, Question, Say, Show, Write

R = TypeVar("R")


class BrokenFlow(Exception):
    """A flow asked for the same key twice. This is a fault in the flow, never in the answers."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The flow waits for the person."""

    question: Question
    said: tuple[Say | Show, ...]
    """What was said since the last answered question."""
    path: tuple[str, ...]
    """The keys of the answers that led here, in the order in which they were asked."""


@dataclass(frozen=True, slots=True)
class Looking:
    """The flow waits for something that the house must look up."""

    look: Look
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished(Generic[R]):
    """The flow has ended."""

    value: R
    said: tuple[Say | Show, ...]
    path: tuple[str, ...]


def replay(flow: Flow[R], given: Mapping[str, Reply]) -> Asking | Looking | Finished[R]:
    """Run a flow from its first line with the answers given so far.

    Raises:
        BrokenFlow: the flow asks for one key twice.
    """
    return _run(flow, given, {})


def questions(flow: Flow[R], given: Mapping[str, Reply]) -> dict[str, Question]:
    """Give the questions that these answers answered, by key, in the order of the flow."""
    answered: dict[str, Question] = {}
    _run(flow, given, answered)
    return answered


def _run(
    flow: Flow[R], given: Mapping[str, Reply], answered: dict[str, Question]
) -> Asking | Looking | Finished[R]:
    said: list[Say | Show] = []
    path: list[str] = []
    asked: set[str] = set()
    reply: Reply | None = None
    while True:
        try:
            step = flow.send(reply)
        except StopIteration as end:
            return Finished(end.value, tuple(said), tuple(path))
        reply = None
        match step:
            case Say() | Show():
                said.append(step)
                continue
            case Choose(key=key) | Write(key=key) | Look(key=key):
                if key in asked:
                    raise BrokenFlow(f"The key {key!r} is asked twice in one run.")
                asked.add(key)
                reply = given.get(key)
        if reply is None or not fits(step, reply):
            flow.close()
            if isinstance(step, Look):
                return Looking(step, tuple(path))
            return Asking(step, tuple(said), tuple(path))
        path.append(step.key)
        if not isinstance(step, Look):
            answered[step.key] = step
            said.clear()


def fits(step: Choose | Write | Look, reply: Reply) -> bool:
    """Tell whether a reply can be an answer to this step."""
    match step, reply:
        case Choose(options=options), Chosen(name):
            return any(option.name == name for option in options)
        case Write(longest=longest), Written(text):
            return 0 < len(text) <= longest
        case Write(several=several), Done():
            return several
        case ((Choose() | Write()), (Skipped() | Withheld())):
            return True
        case Look(), Found():
            return True
        case _:
            return False
