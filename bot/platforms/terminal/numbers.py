"""What a person types at a question with numbered answers: "2", "2)", "#2", "two", "the second"."""

from __future__ import annotations

import re
from typing import Final

from bot.conversations.judging import labelled
from bot.flows.steps import Choose, Option, Question
from bot.words import Language

_DIGITS: Final = re.compile(
    r"(?:the |number |option |answer |no\. ?|nr\.? )?[#(\[]*\s*(\d{1,4})\s*[.):\]]*", re.IGNORECASE
)
_WORDS: Final = {
    word: place
    for place, words in enumerate(
        (
            ("one", "first"),
            ("two", "second"),
            ("three", "third"),
            ("four", "fourth"),
            ("five", "fifth"),
            ("six", "sixth"),
            ("seven", "seventh"),
            ("eight", "eighth"),
            ("nine", "ninth"),
            ("ten", "tenth"),
        ),
        1,
    )
    for word in words
}
_AROUND: Final = re.compile(r"^(?:the|number|option|answer)\s+|\s+one$|[.)!]+$")


def named(typed: str, question: Question, language: Language) -> str:
    """Give the name of the option that was meant; anything else comes back as it was typed.

    What stands on the labels goes before the names, which nobody sees: at "Have they answered
    since?" a typed "no" is "Not yet", and not the option that is stored as "no".
    """
    if not isinstance(question, Choose):
        return typed
    if digits := _DIGITS.fullmatch(typed.strip()):
        option = _at(int(digits[1]), question)
        # A number is a place in the list and never a name, as some options have numbers for names.
        return option.name if option is not None else f"#{digits[1]}"
    option = _counted(typed, question, language) or labelled(typed, question, language)
    return typed if option is None else option.name


def place_in(typed: str, most: int) -> int | None:
    """Give the number that was typed, of a list that long; None when it is none of them."""
    digits = _DIGITS.fullmatch(typed.strip())
    place = int(digits[1]) if digits else _WORDS.get(_bare(typed))
    return place if place is not None and 1 <= place <= most else None


def _counted(typed: str, question: Choose, language: Language) -> Option | None:
    """Read a number in words, where it is not the beginning of another answer."""
    bare = _bare(typed)
    option = _at(_WORDS.get(bare, 0), question)
    if option is None:
        return None
    begun = [
        one for one in question.options if language.say(one.label).casefold().startswith(f"{bare} ")
    ]
    return option if not begun or option in begun else None


def _bare(typed: str) -> str:
    words = " ".join(typed.casefold().split())
    return _AROUND.sub("", _AROUND.sub("", words))


def _at(place: int, question: Choose) -> Option | None:
    return question.options[place - 1] if 1 <= place <= len(question.options) else None
