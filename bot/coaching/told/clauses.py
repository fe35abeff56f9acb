"""Sentences and their clauses: small enough that one clause says one thing that one person did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.told.when import names_a_time, without_days

_SENTENCE_END: Final = re.compile(r"(?<!\b[ap]\.m)(?<!\bst)\.(?!\d)|[!;\n]|(?<=\?)", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(
    r",(?!\d)\s*|\s+[-–—]+\s+|:\s+|[()]"
    r"|\s+(?=(?:but|however|because|cos|although|though|while|whereas|which)\b)"
    r"|\s+(?=(?:and|so|n|&)\s+(?:then\s+|now\s+|also\s+)?"
    r"(?:they|i|we|he|she|hr|you|it|my|if|there|nobody|nothing|the(?!\s+\d))\b)",
    re.IGNORECASE,
)
_FILLER: Final = re.compile(
    r"\b(?:yes|yeah|yep|ok(?:ay)?|well|so|and|or|but|oh|erm?|um|hopefully|probably|maybe|perhaps"
    r"|likely|possibly|i think|i believe|i guess|if i remember|roughly|about|around|approximately"
    r"|sometime|some time|at some point|by|on|at|in|within|the|latest|earliest|definitely|then"
    r"|morning|afternoon|evening|noon|lunch(?:time)?|night|first thing|early|late|close of play"
    r"|time|from now"
    r"|exactly|between|from|either|any|apparently|is|it|was|'?s|end|of|day|max(?:imum)?|at most"
    r"|or so|should be|would be|will be"
    r"|oclock|o'clock|[ap]m|\d{1,2}(?::\d\d)?)\b|[\W_]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the clauses that it is made of."""

    words: str
    clauses: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether it is a question, which tells nothing."""
        return self.words.endswith("?")


def sentences_of(words: str) -> tuple[Sentence, ...]:
    """Take a telling apart."""
    told = words.replace("’", "'")
    pieces = (piece.strip() for piece in _SENTENCE_END.split(told))
    return tuple(Sentence(piece, _clauses_of(piece)) for piece in pieces if piece)


def is_only_a_time(words: str) -> bool:
    """Tell whether nothing but a day is said: "by Friday", "next week, I think"."""
    return names_a_time(words) and not _FILLER.sub("", without_days(words))


def _clauses_of(sentence: str) -> tuple[str, ...]:
    clauses: list[str] = []
    for clause in _CLAUSE_END.split(sentence):
        if not clause or not clause.strip():
            continue
        if clauses and is_only_a_time(clause):
            # "They call me back, probably on Monday": the day belongs to what went before.
            clauses[-1] += ", " + clause.strip()
        else:
            clauses.append(clause.strip())
    return tuple(clauses)
