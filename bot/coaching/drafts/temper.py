"""Whether a message may close a door: anger, threats, begging, and the place of each in the text.

Blunt is not angry. A message that disagrees, asks for a reason or is written by somebody who learns
English holds nothing; what is found is a turn of phrase, never a tone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Annotated, Final

from pydantic import AfterValidator

from bot.coaching.drafts import Draft, DraftKind, Facts, Voice, draft
from bot.coaching.knowledge import Entry, Sentence, WrongKnowledge, entries
from bot.coaching.reading.splitting import folded
from bot.limits import ACCOUNT_LONGEST
from bot.words import Text, known, t

_FILE: Final = "temper.toml"

HELD_FOR: Final = timedelta(hours=24)
"""How long such a message waits before it is looked at again (rule F15)."""


class Heat(StrEnum):
    """What a message may hold that closes doors."""

    INSULT = "insult"
    SARCASM = "sarcasm"
    THREAT = "threat"
    COMPARISON = "comparison"
    BEGGING = "begging"
    SHOUTING = "shouting"
    ACCUSATION = "accusation"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True)
class Heated:
    """One place that holds it: `text[start:end]`."""

    heat: Heat
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Temper:
    """What was found in one text, in its order."""

    places: tuple[Heated, ...] = ()

    @property
    def kinds(self) -> frozenset[Heat]:
        """Which kinds there are."""
        return frozenset(place.heat for place in self.places)

    @property
    def held(self) -> bool:
        """Whether it should wait a day."""
        return bool(self.places)

    @property
    def angry(self) -> bool:
        """Whether there is anything in it but begging."""
        return bool(self.kinds - {Heat.BEGGING})

    @property
    def begging(self) -> bool:
        """Whether it begs."""
        return Heat.BEGGING in self.kinds

    def said(self) -> tuple[Text, ...]:
        """Say what was found, one sentence a kind, in the order of the text."""
        kinds = dict.fromkeys(place.heat for place in self.places)
        return tuple(known(f"temper.{kind}.says", _heats()[kind].says) for kind in kinds)


class Choice(StrEnum):
    """What can be done with such a message."""

    WAIT = "wait"
    CALMER = "calmer"
    NOTHING = "nothing"


CHOICES: Final[dict[Choice, Text]] = {
    Choice.WAIT: t("Wait a day, then look again"),
    Choice.CALMER: t("Show me a calmer one"),
    Choice.NOTHING: t("Send nothing"),
}
"""The three ways on. Sending nothing is as good an answer as the others."""


def temper(text: str) -> Temper:
    """Find what may close a door."""
    low = folded(text[:ACCOUNT_LONGEST])
    found = [place for kind, signs in _heats().items() for place in _found(kind, signs, low)]
    found += _shouted(text[:ACCOUNT_LONGEST])
    return Temper(tuple(sorted(found, key=lambda place: (place.start, place.end, place.heat))))


def held_until(at: datetime) -> datetime:
    """Give the moment from which it is looked at again: 24 hours later, by any clock."""
    return (at.astimezone(UTC) + HELD_FOR).astimezone(at.tzinfo)


def calmer(text: str, kind: DraftKind, facts: Facts) -> Draft:
    """Offer the plain draft of that kind in place of the text.

    Nobody's words are rewritten. What is legitimate in them is kept: a reply to a no that asked for
    a reason becomes a request for advice. A fact that is heated itself is left out, as a gap.
    """
    if kind is DraftKind.GRACIOUS_REPLY and _ASKS_FOR_REASONS.search(folded(text)):
        kind = DraftKind.FEEDBACK_REQUEST
    cool = replace(
        facts,
        one_true_thing=_cool(facts.one_true_thing),
        repair=_cool(facts.repair),
        skills_to_ask_about=tuple(one for one in facts.skills_to_ask_about if _cool(one)),
    )
    return draft(kind, Voice.PLAIN, cool)


def _cool(words: str | None) -> str | None:
    return None if words is None or temper(words).held else words


_ASKS_FOR_REASONS: Final = re.compile(
    r"\bwhy\b|\breasons?\b|\bfeedback\b|\bexplain\w*|\bexplanation\b|\bwhat (?:was|is) wrong\b"
    r"|\bwhat did i do wrong\b|\bhow (?:could|can) you\b"
)


# --- The turns of phrase --------------------------------------------------------------------------


def _readable(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as wrong:
        raise ValueError(f"{pattern} is not a pattern: {wrong}") from wrong
    return pattern


Pattern = Annotated[str, AfterValidator(_readable)]


class Signs(Entry):
    """The turns of phrase that carry one kind, and those that only look like it."""

    id: Heat
    says: Sentence
    patterns: tuple[Pattern, ...] = ()
    spares: tuple[Pattern, ...] = ()


@cache
def _heats() -> dict[Heat, Signs]:
    found = {one.id: one for one in entries(_FILE, Signs, "heat")}
    for kind in Heat:
        if kind not in found:
            raise WrongKnowledge(_FILE, f"[[heat]] {kind}", "it is missing")
    return found


@cache
def _joined(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{one})" for one in patterns)) if patterns else None


def _found(kind: Heat, signs: Signs, low: str) -> Iterator[Heated]:
    pattern, spares = _joined(signs.patterns), _joined(signs.spares)
    if pattern is None:
        return
    spared = [place.span() for place in spares.finditer(low)] if spares else []
    for place in pattern.finditer(low):
        if not any(start < place.end() and place.start() < end for start, end in spared):
            yield Heated(kind, place.start(), place.end())


_CAPITALS: Final = re.compile(
    r"(?<!\w)[^\W\d_a-z][^\W\d_a-z']*(?:[ ,]+[^\W\d_a-z][^\W\d_a-z']*){2,}"
)
_SAID_ALOUD: Final = re.compile(
    r"\b(?:YOU|YOUR|ME|MY|THE|THIS|THAT|NOT|NO|NEVER|WHY|HOW|WHAT|IS|ARE|WAS|DO|DID|DON'T|WILL|HAVE"
    r"|AND|TO|OF|FOR|WITH|IT|WE|THEY|EVER|STILL|ALL|SO)\b"
)
_COURTEOUS: Final = re.compile(r"\b(?:thank|thanks|please|kindly|regards|sincerely|grateful)\b")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SHOUTED_LETTERS: Final = 8


def _shouted(text: str) -> Iterator[Heated]:
    """Find words in capitals, one after the other.

    Names of tools in a row are none, and neither is a courteous message that was typed in capitals
    from end to end.
    """
    letters = _LETTER.findall(text)
    if _COURTEOUS.search(text.lower()) and all(one == one.upper() for one in letters):
        return
    for run in _CAPITALS.finditer(text):
        letters = _LETTER.findall(run.group())
        loud = all(one == one.upper() != one.lower() for one in letters)
        if loud and len(letters) >= _SHOUTED_LETTERS and _SAID_ALOUD.search(run.group()):
            yield Heated(Heat.SHOUTING, run.start(), run.end())
