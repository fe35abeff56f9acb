"""Signs found by the words that people use for them: broad patterns, and who said it of whom."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, Self

from pydantic import ValidationError, model_validator

from bot.coaching import knowledge
from bot.coaching.knowledge import Entry, Id, WrongKnowledge
from bot.coaching.reading.needed import needed
from bot.coaching.reading.quoting import quote
from bot.coaching.reading.signs import Side, Sign, Strength
from bot.coaching.reading.splitting import Page, Sentence, Span
from bot.coaching.reading.stance import Stance, stances, subject

FILES: Final = (
    "cues_blunder.toml",
    "cues_subtle.toml",
    "cues_gap_aftercare.toml",
    "cues_others.toml",
)


class Cue(Entry):
    """One way in which people say one thing."""

    id: Id
    pattern: str
    """Searched in one sentence at a time, in small letters and with plain quotation marks."""
    strength: Strength = Strength.STATED
    omission: bool = False
    """Whether it is itself a not-doing ("never sent a thing"), whose "never" is no denial."""
    actor: Literal["me", "them", "any"] | None = None
    """Whose act it must be; left out, "any" for what was not their doing and "me" for the rest."""
    unless: tuple[str, ...] = ()
    """Patterns that silence it when one of them stands in the same sentence."""
    backed_by: str | None = None
    """Makes it no more than suggested unless this stands in its sentence or in one next to it."""
    stands_with: tuple[Stance, ...] = ()
    """Stances that do not silence it."""

    @model_validator(mode="after")
    def _patterns_are_patterns(self) -> Self:
        for pattern in (self.pattern, *self.unless, *([self.backed_by] if self.backed_by else [])):
            try:
                found = re.compile(pattern).search("")
            except re.error as wrong:
                raise ValueError(f"{pattern!r} is no pattern: {wrong}") from wrong
            if found is not None:
                raise ValueError(f"{pattern!r} fits an empty text, and so everything")
        return self


@dataclass(frozen=True, slots=True)
class _Ready:
    cue: Cue
    pattern: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...]
    backed_by: re.Pattern[str] | None
    needed: tuple[str, ...]
    actor: str


_SILENCING: Final = frozenset(
    {
        Stance.DENIED,
        Stance.FEARED,
        Stance.PLANNED,
        Stance.REPORTED,
        Stance.ELSEWHERE,
        Stance.ONLY_HERE,
    }
)
_FACTOR_SILENCING: Final = frozenset({Stance.DENIED, Stance.FEARED, Stance.ELSEWHERE})
_STRENGTH_SILENCING: Final = frozenset(
    {Stance.DENIED, Stance.FEARED, Stance.PLANNED, Stance.ELSEWHERE, Stance.ONLY_HERE}
)
_NOT_WHEN_INVITED: Final = frozenset(
    {
        "overshared_personal",
        "pay_or_perks_too_early",
        "no_close_no_next_step",
        "no_thank_you",
        "no_follow_up",
        "too_much_follow_up",
        "wrong_channel_or_person",
    }
)
"""What is no mistake when the employer asked for it; the rest is one whoever asked what."""

_WEIGHTS: Final = {Strength.STATED: 0.8, Strength.SUGGESTED: 0.45}
_WEAKER: Final = 0.3
"""The weight of what they put right or are not sure of themselves."""

_I_FIRST: Final = re.compile(r"(?:i|im|ive|id|we|my|me)\b")
_I_INSIDE: Final = re.compile(r"\b(?:i|im|ive|i'm|i'd|i've|my|me)\b")


def cued(page: Page) -> dict[str, Sign]:
    """Find the signs in an account: for each id the best place, the first among equals."""
    best: dict[str, Sign] = {}
    for sign in _matches(page):
        known = best.get(sign.id)
        if known is None or (sign.weight, -sign.start) > (known.weight, -known.start):
            best[sign.id] = sign
    return best


def _matches(page: Page) -> Iterator[Sign]:
    lines = [page.folded[sentence.start : sentence.end] for sentence in page.sentences]
    everywhere = range(len(lines))
    holds = {
        piece: [number for number in everywhere if piece in lines[number]]
        for piece in _pieces()
        if piece in page.folded
    }
    for ready in _cues():
        numbers: Iterable[int] = everywhere
        if ready.needed:
            numbers = sorted({number for piece in ready.needed for number in holds.get(piece, ())})
        for number in numbers:
            sentence, line = page.sentences[number], lines[number]
            for match in ready.pattern.finditer(line):
                place = Span(sentence.start + match.start(), sentence.start + match.end())
                strength = _strength(page, sentence, line, place, ready)
                if strength is None:
                    continue
                words = quote(page, place)
                yield Sign(ready.cue.id, words.start, words.end, *strength)
                break


def _strength(
    page: Page, sentence: Sentence, line: str, place: Span, ready: _Ready
) -> tuple[Strength, float] | None:
    """Tell how well a match carries its id, and how much to bet on it; None: not at all."""
    cue = ready.cue
    if any(pattern.search(line) for pattern in ready.unless):
        return None
    doubtful = False
    if ready.actor != "any":
        side = _whose(page, sentence, place)
        if side is not Side.UNKNOWN and side.value != ready.actor:
            return None
        doubtful = side is Side.UNKNOWN
    found = stances(page, place, own_denial=cue.omission) - frozenset(cue.stands_with)
    if found & _silencing(cue.id):
        return None
    if Stance.PUT_RIGHT in found and cue.id[:3] not in ("nf_", "st_"):
        if cue.strength is Strength.SUGGESTED:
            return None
        doubtful = True
    if doubtful or Stance.UNSURE in found:
        return Strength.SUGGESTED, _WEAKER
    if ready.backed_by is not None and not _stands_near(page, place, ready.backed_by):
        return Strength.SUGGESTED, _WEIGHTS[Strength.SUGGESTED]
    return cue.strength, _WEIGHTS[cue.strength]


def _stands_near(page: Page, place: Span, pattern: re.Pattern[str]) -> bool:
    number = page.sentence_at(place.start)
    near = page.sentences[max(0, number - 1) : number + 2]
    return any(pattern.search(page.folded, one.start, one.end) for one in near)


def _whose(page: Page, sentence: Sentence, place: Span) -> Side:
    """Tell whose act a match is: a subject that it holds itself counts before one that is far."""
    if _I_FIRST.match(page.folded, place.start, place.end):
        return Side.ME
    side = subject(page, sentence, place.start)
    if side is Side.UNKNOWN and _I_INSIDE.search(page.folded, place.start, place.end):
        return Side.ME
    return side


def _silencing(id_: str) -> frozenset[Stance]:
    if id_.startswith("nf_"):
        return _FACTOR_SILENCING
    if id_.startswith("st_"):
        return _STRENGTH_SILENCING
    if id_ in _NOT_WHEN_INVITED:
        return _SILENCING | {Stance.INVITED}
    return _SILENCING


@cache
def _pieces() -> tuple[str, ...]:
    return tuple({piece: None for ready in _cues() for piece in ready.needed})


@cache
def _cues() -> tuple[_Ready, ...]:
    return tuple(
        _Ready(
            cue,
            re.compile(cue.pattern),
            tuple(re.compile(pattern) for pattern in cue.unless),
            re.compile(cue.backed_by) if cue.backed_by else None,
            tuple(sorted(needed(cue.pattern))),
            cue.actor or ("any" if cue.id.startswith("nf_") else "me"),
        )
        for file in FILES
        for cue in cues(file)
    )


@cache
def cues(file: str) -> tuple[Cue, ...]:
    """Read the cues of one data file.

    Raises:
        WrongKnowledge: the file is not TOML, a cue does not fit, or it is of an unknown id.
    """
    text = (files(knowledge.__name__) / file).read_text(encoding="utf-8")
    return cues_from(text, file)


def cues_from(text: str, file: str) -> tuple[Cue, ...]:
    """Read cues from a text; `file` is what a refusal calls it.

    Raises:
        WrongKnowledge: the text is not TOML, a cue does not fit, or it is of an unknown id.
    """
    try:
        rows = tomllib.loads(text).get("cue")
    except tomllib.TOMLDecodeError as wrong:
        raise WrongKnowledge(file, "the whole file", f"it is not TOML: {wrong}") from wrong
    if not isinstance(rows, list) or not rows:
        raise WrongKnowledge(file, "[[cue]]", "there is none; at least one is needed")
    taxonomy = {*knowledge.mistakes(), *knowledge.factors(), *knowledge.strengths()}
    found = []
    for number, row in enumerate(rows, 1):
        try:
            cue = Cue.model_validate(row)
        except ValidationError as wrong:
            first = wrong.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise WrongKnowledge(file, f"cue {number}", f"{where}: {first['msg']}") from wrong
        if cue.id not in taxonomy:
            raise WrongKnowledge(file, f"cue {number}", f"{cue.id} is no id we know")
        found.append(cue)
    return tuple(found)
