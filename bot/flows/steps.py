"""What a flow can do: say something, ask for a choice or for words, or have something looked up.

A flow is a generator of steps. `Say` and `Show` need no answer; `Choose` and `Write` stop the flow
until the person has answered; `Look` stops it until the house has looked something up (the date, a
reading of the account, the best next question) and stored what it found under a key of its own, so
that a replay depends on nothing but the answers.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, TypeVar

from bot.flows.replies import Chosen, Done, Found, Reply, Skipped, Written
from bot.limits import ANSWER_LONGEST
from bot.words import Card, Text, t

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Say:
    """Something said; nothing is expected back."""

    text: Text


@dataclass(frozen=True, slots=True)
class Show:
    """Cards to read; with the report as data beside them when they are the report."""

    cards: tuple[Card, ...]
    report: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be pressed: stored by name, shown by label."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True)
class Choose:
    """A question with its possible answers."""

    key: str
    text: Text
    options: tuple[Option, ...]
    about: str | None = None
    """The id of the taxonomy that this asks about; only such questions count as targeted."""
    quote: str | None = None
    """The person's own words that raised the question."""


@dataclass(frozen=True, slots=True)
class Write:
    """A question that is answered in words."""

    key: str
    text: Text
    longest: int = ANSWER_LONGEST
    """Characters that are kept; what is past them is refused, and that is said."""
    several: bool = False
    """True for an account in pieces: `done` ends it."""


@dataclass(frozen=True, slots=True)
class Look:
    """Something the flow must know: `what` names it, `given` is what it takes to find out."""

    key: str
    what: str
    given: Mapping[str, object]


Question: TypeAlias = Choose | Write
Step: TypeAlias = Say | Show | Choose | Write | Look
# The value sent back is typed by the function below that yielded the step.
Flow: TypeAlias = Generator[Step, Any, R]

LATER: Final = "later"
"""An option of this name is the command `later`: stop here, the question waits."""


def say(text: Text) -> Flow[None]:
    """Say one thing."""
    yield Say(text)


def show(*cards: Card) -> Flow[None]:
    """Show cards that are not the report."""
    yield Show(cards)


def choose(
    key: str,
    text: Text,
    options: tuple[Option, ...],
    *,
    about: str | None = None,
    quote: str | None = None,
) -> Flow[str | None]:
    """Ask for one of the options; gives its name, or None when it was skipped."""
    reply: Reply = yield Choose(key, text, options, about, quote)
    return reply.name if isinstance(reply, Chosen) else None


def write(
    key: str, text: Text, *, longest: int = ANSWER_LONGEST, several: bool = False
) -> Flow[Written | Skipped | Done]:
    """Ask for words."""
    reply: Written | Skipped | Done = yield Write(key, text, longest, several)
    return reply


def look(key: str, what: str, **given: object) -> Flow[Any]:
    """Have something looked up; gives what was found, as JSON values."""
    reply: Found = yield Look(key, what, given)
    return reply.value


def confirmed(key: str, text: Text, *, about: str, quote: str | None) -> Flow[str | None]:
    """Ask the closed confirming question about one id of the taxonomy."""
    return (yield from choose(key, text, CONFIRMING, about=about, quote=quote))


CONFIRMING: Final = (
    Option("yes", t("Yes")),
    Option("no", t("No")),
    Option("them", t("It was them")),
    Option("put_right", t("I put it right")),
    Option("not_sure", t("Not sure")),
)
