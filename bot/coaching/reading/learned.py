"""Signs found by the trained model: what each sentence shows, how likely, and in which words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

from pydantic import BaseModel, ConfigDict

from bot.coaching.reading.quoting import quote
from bot.coaching.reading.signs import Sign, SkillGap, Strength
from bot.coaching.reading.skill_words import NO_SKILL
from bot.coaching.reading.splitting import Page, Span
from bot.coaching.reading.windows import Place, windows
from bot.coaching.reading.wordpiece import Pieces
from bot.limits import QUOTE_LONGEST

if TYPE_CHECKING:
    from bot.coaching.reading.encoder import Encoder, Numbers

WEIGHTS: Final = files("bot.coaching.reading") / "weights"

Kind = Literal["mistake", "factor", "strength"]


class Band(BaseModel):
    """From which chance on something is asked about, is likely, and is stated."""

    model_config = ConfigDict(frozen=True)

    asked: float
    likely: float
    stated: float


class Scale(BaseModel):
    """How a sentence's logit becomes a chance that the account shows the id at all.

    Measured on accounts that the model was not trained on; `length` is for the logarithm of the
    number of sentences, since among many sentences one looks like something by chance.
    """

    model_config = ConfigDict(frozen=True)

    slope: float
    base: float
    length: float


class Sheet(BaseModel):
    """What belongs to the weights: the ids in the order of the outputs, scales and bands."""

    model_config = ConfigDict(frozen=True)

    engine: str
    ids: tuple[str, ...]
    scales: Mapping[Kind, Scale]
    leanings: Mapping[str, float] = {}
    """What is added for one id, in logits."""
    bands: Mapping[Kind, Band]


@dataclass(frozen=True, slots=True)
class _Reader:
    sheet: Sheet
    pieces: Pieces
    encoder: Encoder


@dataclass(frozen=True, slots=True)
class Seen:
    """The best place for one id."""

    logit: float
    words: Span


def sheet() -> Sheet:
    """Give what belongs to the weights, without loading them."""
    return Sheet.model_validate_json((WEIGHTS / "sheet.json").read_bytes())


@cache
def _reader() -> _Reader:
    # Only here, so that a program that reads nothing does not wait for numpy and the weights.
    from bot.coaching.reading.encoder import Encoder

    with (WEIGHTS / "weights.npz").open("rb") as weights:
        encoder = Encoder(weights)
    words = (WEIGHTS / "words.txt").read_text(encoding="utf-8").splitlines()
    return _Reader(sheet(), Pieces(words), encoder)


def kind_of(id_: str) -> Kind:
    """Tell which of the three lists an id belongs to."""
    return "factor" if id_.startswith("nf_") else "strength" if id_.startswith("st_") else "mistake"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the network made of an account."""

    best: Mapping[str, Seen]
    """For each id the sentence that shows it most, however little."""
    skills: tuple[SkillGap, ...]
    """Names of skills in sentences that may tell of one that is missing."""


def signs_of(judged: Judged, sentences: int) -> dict[str, Sign]:
    """Give what an account shows: for each id the best place, if it is worth a question at all."""
    own = _reader().sheet
    found: dict[str, Sign] = {}
    for id_, best in judged.best.items():
        chance = chance_of(own, id_, best.logit, sentences)
        band = own.bands[kind_of(id_)]
        if chance >= band.asked:
            strength = (
                Strength.STATED
                if chance >= band.stated
                else Strength.LIKELY
                if chance >= band.likely
                else Strength.SUGGESTED
            )
            found[id_] = Sign(id_, best.words.start, best.words.end, strength, round(chance, 3))
    return found


SHORTEST_ACCOUNT: Final = 8
"""Sentences: what is shorter is mostly an answer, a part of an account, and counts as one of so
many. The scales were set on whole accounts."""


def chance_of(sheet_: Sheet, id_: str, logit: float, sentences: int) -> float:
    """Turn the best logit of an id into the chance that the account shows it, 0 to 1."""
    scale = sheet_.scales[kind_of(id_)]
    weighed = (
        scale.slope * logit
        + scale.base
        + scale.length * math.log(max(SHORTEST_ACCOUNT, sentences))
        + sheet_.leanings.get(id_, 0.0)
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weighed))))


def judge(page: Page) -> Judged:
    """Run an account through the network."""
    reader = _reader()
    rows = list(_rows(page, reader))
    best: dict[str, Seen] = {}
    for at, id_ in enumerate(reader.sheet.ids):
        place = max(range(len(rows)), key=lambda row: rows[row].logits[at], default=-1)
        if place >= 0 and rows[place].logits[at] >= _SILENT:
            words = _words(page, rows, place, at)
            best[id_] = Seen(float(rows[place].logits[at]), words)
    skills: dict[str, SkillGap] = {}
    for row in rows:
        for gap in row.skills:
            skills.setdefault(gap.skill.lower(), gap)
    return Judged(best, tuple(skills.values()))


@dataclass(frozen=True, slots=True)
class _Row:
    """One sentence, judged: the logits of the whole, and of each of its clauses."""

    span: Span
    clauses: tuple[Span, ...]
    logits: Numbers
    by_clause: Numbers
    skills: tuple[SkillGap, ...]


def _rows(page: Page, reader: _Reader) -> Iterator[_Row]:
    lacking = [reader.sheet.ids.index(id_) for id_ in _OF_SKILLS]
    for window in windows(page, reader.pieces):
        states = reader.encoder.states(window.pieces)
        for _, places in window.sentences:
            if not places:
                continue
            parts = [(places[0].first, places[-1].past), *((one.first, one.past) for one in places)]
            logits = reader.encoder.judged(states, parts)
            may_lack = max(logits[0, at] for at in lacking) >= _MAY_LACK
            yield _Row(
                Span(places[0].clause.start, places[-1].clause.end),
                tuple(one.clause for one in places),
                logits[0],
                logits[1:],
                tuple(_skills(page, states, places, reader)) if may_lack else (),
            )


_OF_SKILLS: Final = ("skill_gap", "st_honest_gap")
_MAY_LACK: Final = -2.0
"""The logit from which on a sentence may tell of a missing skill."""
_A_SKILL: Final = 0.0
_LONGEST_SKILL: Final = 60
"""Characters: what is longer is a sentence about a skill and not its name."""


_GENERAL: Final = frozenset(
    [
        "program",
        "programme",
        "software",
        "system",
        "systems",
        "tool",
        "tools",
        "machine",
        "machines",
    ]
)
"""Words that name no skill when they stand alone."""


def _skills(
    page: Page, states: Numbers, places: Sequence[Place], reader: _Reader
) -> Iterator[SkillGap]:
    """Find the names of skills in a sentence: the words whose pieces look like one, in a row."""
    for place in places:
        scores = reader.encoder.skills(states[place.first : place.past])
        start = end = -1
        at = 0
        for first, past, numbers in reader.pieces.words(
            page.text[place.clause.start : place.clause.end]
        ):
            own = scores[at : at + len(numbers)]
            at += len(numbers)
            if len(own) and float(own.max()) >= _A_SKILL:
                start, end = (first if start < 0 else start), past
            elif start >= 0:
                yield from _named(page, place.clause.start + start, place.clause.start + end)
                start = -1
        if start >= 0:
            yield from _named(page, place.clause.start + start, place.clause.start + end)


def _named(page: Page, start: int, end: int) -> Iterator[SkillGap]:
    skill = page.text[start:end]
    words = page.folded[start:end].split()
    if len(words) == 1 and (words[0] in NO_SKILL or words[0] in _GENERAL):
        return
    if any(letter.isalnum() for letter in skill) and len(skill) <= _LONGEST_SKILL:
        yield SkillGap(skill, start, end)


_SILENT: Final = -6.0
"""Logits under it are not worth looking at: less than one in four hundred."""
_AS_GOOD: Final = 0.0
"""A clause is quoted alone when it is at most so many logits weaker than its sentence."""
_SHORTEST: Final = 24
"""Characters: a quote shorter than that is hard to recognise."""
_TELLS_TOO: Final = 4.0
"""A sentence next to it is quoted with it when it is at most so many logits weaker."""


def _words(page: Page, rows: Sequence[_Row], place: int, at: int) -> Span:
    """Choose the words to quote: the clause that says it, the sentence, or two that say it."""
    row = rows[place]
    whole = float(row.logits[at])
    span = row.span
    for other in sorted(
        (near for near in (place - 1, place + 1) if 0 <= near < len(rows)),
        key=lambda near: -rows[near].logits[at],
    ):
        start = min(span.start, rows[other].span.start)
        end = max(span.end, rows[other].span.end)
        if float(rows[other].logits[at]) >= whole - _TELLS_TOO and end - start <= QUOTE_LONGEST:
            return Span(start, end)
    parts = row.by_clause[:, at]
    best = int(parts.argmax())
    clause = row.clauses[best]
    if parts[best] >= whole - _AS_GOOD and clause.end - clause.start >= _SHORTEST:
        return quote(page, clause)
    return quote(page, clause, span)
