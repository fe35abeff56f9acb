"""What a flow can have looked up, and the form in which what was found is stored.

Each look-up is a pure function of what the flow gives it, but for the moment: it is looked up once
and stored, so that a later version of this program, or another day, replays the same conversation.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from pydantic import TypeAdapter

from bot.coaching.findings import Answer, Candidate, next_question
from bot.coaching.reading import Opinion, Written, looks_english, read, what_is
from bot.coaching.reading.signs import Context, Reading
from bot.coaching.told.interview import Interview, facts_in
from bot.flows.steps import Flow, look

MOMENT: Final = "moment"
READING: Final = "reading"
READING_CLOSELY: Final = "close reading"
KIND: Final = "kind"
NEXT: Final = "next question"
FACTS: Final = "facts"

_READING: Final = TypeAdapter(Reading)
_INTERVIEW: Final = TypeAdapter(Interview)
_CANDIDATE: Final = TypeAdapter(Candidate | None)


def moment(key: str) -> Flow[datetime]:
    """Look at the clock: the instant, aware, in UTC."""
    stored: str = yield from look(key, MOMENT)
    return datetime.fromisoformat(stored)


def reading_of(key: str, text: str, context: Context, *, closely: bool = False) -> Flow[Reading]:
    """Have a text read; nothing is read where there is nothing.

    What is read `closely` is read by a language model too, where the person agreed to one.
    """
    if not text:
        return Reading("")
    what = READING_CLOSELY if closely else READING
    stored: object = yield from look(key, what, text=text, context=context)
    return _READING.validate_python(stored)


def facts_of(key: str, words: str, today: date) -> Flow[Interview]:
    """Have the facts of the interview read from words that were written on this day."""
    stored: object = yield from look(key, FACTS, words=words, today=today)
    return _INTERVIEW.validate_python(stored)


def kind_of(key: str, text: str) -> Flow[tuple[Written, bool]]:
    """Have it told what a text is (an account, a pasted mail) and whether it is in English."""
    stored: dict[str, object] = yield from look(key, KIND, text=text)
    return Written(str(stored["kind"])), bool(stored["english"])


def next_targeted(
    key: str,
    telling: str,
    reading: Reading,
    answers: Mapping[str, Answer],
    context: Context,
    closed: Collection[str],
) -> Flow[Candidate | None]:
    """Have the best next confirming question chosen; None when none would change what is shown."""
    stored: object = yield from look(
        key,
        NEXT,
        telling=telling,
        reading=reading,
        answers=dict(answers),
        context=context,
        closed=frozenset(closed),
    )
    return _CANDIDATE.validate_python(stored)


def found_reading(text: str, context: Context) -> object:
    """Read a text and give the form that is stored."""
    return _READING.dump_python(read(text, context), mode="json")


def found_closely(
    text: str, context: Context, opinion: Opinion | None = None, *, unheard: bool = False
) -> object:
    """Read a text beside the opinion of a language model; `unheard` says that it gave none."""
    reading = replace(read(text, context, opinion), unheard=unheard)
    return _READING.dump_python(reading, mode="json")


def found_facts(words: str, today: date) -> object:
    """Read the facts of an interview and give the form that is stored."""
    return _INTERVIEW.dump_python(facts_in(words, today), mode="json")


def found_kind(text: str) -> object:
    """Tell what a text is and give the form that is stored."""
    return {"kind": what_is(text).value, "english": looks_english(text)}


def found_next(
    telling: str,
    reading: Reading,
    answers: Mapping[str, Answer],
    context: Context,
    closed: frozenset[str],
) -> object:
    """Choose the next question and give the form that is stored."""
    best = next_question(telling, reading, answers, context, closed)
    return _CANDIDATE.dump_python(best, mode="json")


LOOKED_UP: Final[Mapping[str, Callable[..., object]]] = {
    READING: found_reading,
    READING_CLOSELY: found_closely,
    KIND: found_kind,
    FACTS: found_facts,
    NEXT: found_next,
}
"""What the house can look up without the clock. Pure, and slow enough to run beside the loop."""
