"""Care around every conversation: signs of despair are met before anything else goes on.

`cared` runs another flow and stands between it and the person. Words about dying or harm never
reach the inner flow: the house withholds them, this one says what has to be said, keeps the number
on the screen, and asks the question again if they want to go on. So no flow has to think of it, and
none can forget it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeVar

from bot.coaching import care
from bot.coaching.care import Level
from bot.flows.replies import Reply, Withheld, Written
from bot.flows.steps import LATER, Choose, Flow, Option, Say, Write, choose, say
from bot.words import t

R = TypeVar("R")


_ASKED_MOST: Final = 5
"""Times that the number is said before the talk goes on although nobody said "go on"."""


@dataclass(slots=True)
class Mood:
    """How the person is, as far as their words said it. Lives for one run of a flow."""

    country: str | None
    """Where they are, for the help line; None when that is not known."""
    heavy: bool = False
    """A heavy sign came up: from then on nobody asks for faults."""
    in_danger: bool = False
    """Words about dying or harm came up: the number stays on the screen."""
    reminded: bool = False
    """The whole reminder was shown; from then on one line of it is."""
    met: bool = False
    """Ordinary disappointment was met; once is enough."""


def cared(flow: Flow[R], mood: Mood) -> Flow[R]:
    """Run a flow and meet what the person's words carry."""
    reply: Reply | None = None
    while True:
        try:
            step = flow.send(reply)
        except StopIteration as end:
            value: R = end.value
            return value
        if isinstance(step, Choose | Write):
            reply = yield from _asked(step, mood)
        else:
            reply = yield step


def _asked(step: Choose | Write, mood: Mood) -> Flow[Reply]:
    again = 0
    while True:
        if mood.in_danger:
            # The whole of it once; from then on the line alone, so that it is read and not skipped.
            whole = care.reminder(mood.country)
            yield Say(care.line(mood.country).words() if mood.reminded else whole)
            mood.reminded = True
        key = f"{step.key}.again{again}" if again else step.key
        reply: Reply = yield replace(step, key=key)
        match reply:
            case Withheld():
                mood.in_danger = mood.heavy = True
                yield from _danger(key, mood)
                again += 1
            case Written(care=level):
                yield from _met(key, level, mood)
                return reply
            case _:
                return reply


def _danger(key: str, mood: Mood) -> Flow[None]:
    *first, question = care.texts(Level.DANGER, mood.country)
    for text in first:
        yield from say(text)
    safe = yield from choose(
        f"safe.{key}",
        question,
        (
            Option("unsafe", t("No, or not sure")),
            Option(LATER, t("Yes. Stop here")),
            Option("go_on", t("Yes. Go on")),
        ),
    )
    if safe == "go_on":
        return
    # Nothing but their own word leads on from here; the number is said again each time.
    for number in range(1, _ASKED_MOST + 1):
        yield from say(care.reminder(mood.country))
        wish = yield from choose(
            f"call.{key}" if number == 1 else f"call.{key}.{number}",
            t("Please call, or ask somebody near you to call for you. The interview can wait."),
            (
                Option(LATER, t("Stop here")),
                Option("go_on", t("Go on with the interview")),
            ),
        )
        if wish == "go_on":
            return


def _met(key: str, level: int, mood: Mood) -> Flow[None]:
    match Level(level):
        case Level.HEAVY if not mood.heavy:
            mood.heavy = mood.met = True
            *first, question = care.texts(Level.HEAVY, mood.country)
            for text in first:
                yield from say(text)
            yield from choose(
                f"pause.{key}",
                question,
                (
                    Option(LATER, t("Pause here, keep what I told")),
                    Option("go_on", t("Go on, without looking for mistakes")),
                ),
            )
        case Level.ORDINARY if not mood.met:
            mood.met = True
            for text in care.texts(Level.ORDINARY, mood.country):
                yield from say(text)
        case _:
            pass
