"""What is known so far: signs from the text and answers to questions, put together.

A sign is what the reader saw; a finding is what may be said to the person. Only the person makes a
finding certain: it is *stated* when their words carry it plainly, *confirmed* when they answered
yes, *suggested* when they were asked and were not sure, *likely* when the reader thinks so and
nobody asked. What nobody asked about and the words only hint at is no finding at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.coaching import knowledge
from bot.coaching.knowledge import Mistake
from bot.coaching.reading.signs import Context, Pay, Reading, Sign, SkillGap, Strength

SHOWN: Final = 3
"""Findings on the screen at once: more than three help nobody. All of them are in the data."""
_LEAST: Final = 0.12
"""A question that is worth no more than that is not asked: people tire."""
_STRENGTH: Final = 0.45
"""What one more strength is worth, beside the severity of a mistake."""
_SMALLER: Final = 0.25
"""What a finding below the first three is worth, beside one among them."""


_NEAR: Final = 40
"""Characters between two quotes that still count as the same place."""


_SILENT_DAYS: Final = 21
"""Days after an interview from which it is worth asking whether they fell silent (rule F7)."""
_SILENT_CHANCE: Final = 0.4
"""A guess, grade E: only orders the questions."""


class Certainty(StrEnum):
    """How sure it is, from the person's side."""

    STATED = "stated"
    LIKELY = "likely"
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"

    @property
    def certain(self) -> bool:
        """Whether their words or their answer carry it, and not our reading alone."""
        return self in (Certainty.STATED, Certainty.CONFIRMED)


class Answer(StrEnum):
    """What a person says to a confirming question."""

    YES = "yes"
    NO = "no"
    THEM = "them"
    PUT_RIGHT = "put_right"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that can be shown: its id, the words for it, how sure it is, how much it weighs."""

    id: str
    quote: str | None
    """The person's own characters, `telling[start:end]`; None when only an answer carries it."""
    start: int | None
    end: int | None
    certainty: Certainty
    severity: int
    """0 to 3, with the modifiers that apply here; 0 for what is not a mistake."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something worth asking about: an id and the words that raised it, if any did."""

    id: str
    quote: str | None
    weight: float
    """0 to 1: how likely the answer is yes."""
    shown: bool = False
    """Whether it is shown as a maybe if it is not asked about."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found, each list in the order in which a person would be shown it."""

    mistakes: tuple[Finding, ...]
    not_your_fault: tuple[Finding, ...]
    strengths: tuple[Finding, ...]
    skill_gaps: tuple[SkillGap, ...]
    pay: Pay | None


def joined(readings: Iterable[tuple[Reading, int]]) -> Reading:
    """Put readings of several pieces together; each comes with the place of its piece.

    The stronger sign of an id stands, the earlier one of two that are alike.
    """
    signs: dict[str, Sign] = {}
    gaps: dict[str, SkillGap] = {}
    pay: Pay | None = None
    engine = ""
    also: str | None = None
    unheard = False
    for reading, at in readings:
        engine = engine or reading.engine
        also = also or reading.also
        unheard = unheard or reading.unheard
        for sign in reading.signs:
            moved = replace(sign, start=sign.start + at, end=sign.end + at)
            known = signs.get(sign.id)
            if known is None or sign.strength.firmness > known.strength.firmness:
                signs[sign.id] = moved
        for gap in reading.skill_gaps:
            gaps.setdefault(gap.skill.lower(), replace(gap, start=gap.start + at, end=gap.end + at))
        if pay is None and reading.pay is not None:
            pay = replace(
                reading.pay,
                figures=tuple(
                    replace(one, start=one.start + at, end=one.end + at)
                    for one in reading.pay.figures
                ),
                start=reading.pay.start + at,
                end=reading.pay.end + at,
            )
    return Reading(engine, tuple(signs.values()), tuple(gaps.values()), pay, also, unheard)


def found(
    telling: str,
    reading: Reading,
    answers: Mapping[str, Answer],
    context: Context,
    struck: frozenset[str] = frozenset(),
) -> Findings:
    """Put the signs and the answers together: what may be said, and in which order.

    `struck` are ids that the person crossed out: what they cross out is gone, without argument.
    """
    kept: dict[str, Finding] = {}
    for sign in reading.signs:
        certainty = _certainty(sign.id, sign.strength, answers.get(sign.id))
        if certainty is not None and sign.id not in struck:
            quote = telling[sign.start : sign.end]
            severity = severity_of(sign.id, context, quote)
            kept[sign.id] = Finding(sign.id, quote, sign.start, sign.end, certainty, severity)
    for id_, answer in answers.items():
        if id_ not in kept and id_ not in struck and _counts(id_, answer):
            severity = severity_of(id_, context, "")
            kept[id_] = Finding(id_, None, None, None, Certainty.CONFIRMED, severity)
    for gone in _overlapped(kept, telling):
        del kept[gone]
    return Findings(
        mistakes=_ranked(one for one in kept.values() if one.id in knowledge.mistakes()),
        not_your_fault=_in_order(one for one in kept.values() if one.id.startswith("nf_")),
        strengths=_in_order(one for one in kept.values() if one.id.startswith("st_")),
        skill_gaps=() if _refused("skill_gap", answers, struck) else reading.skill_gaps,
        pay=reading.pay,
    )


def of_an_answer(reading: Reading) -> Reading:
    """Give what may be made of an answer to one question.

    The reader has not seen the question, so what it only thinks likely is asked about first.
    """
    return replace(
        reading,
        signs=tuple(
            replace(sign, strength=Strength.SUGGESTED)
            if sign.strength is Strength.LIKELY and not sign.id.startswith("st_")
            else sign
            for sign in reading.signs
        ),
    )


def of_good_news(reading: Reading) -> Reading:
    """Give what may be made of the answer to "what went well": no fault that is not said so."""
    return replace(
        reading,
        signs=tuple(
            sign
            for sign in reading.signs
            if sign.id.startswith("st_") or sign.strength is Strength.STATED
        ),
    )


def as_reading(findings: Findings) -> Reading:
    """Give what stands, as if it had been read so: for whoever counts only what is certain."""
    standing = (*findings.mistakes, *findings.not_your_fault, *findings.strengths)
    return Reading(
        "standing",
        tuple(
            Sign(one.id, one.start or 0, one.end or 0, Strength.STATED, 1.0)
            for one in standing
            if one.certainty.certain
        ),
        findings.skill_gaps,
        findings.pay,
    )


def _refused(id_: str, answers: Mapping[str, Answer], struck: frozenset[str]) -> bool:
    answer = answers.get(id_)
    return id_ in struck or (answer is not None and answer in (Answer.NO, Answer.THEM))


def severity_of(id_: str, context: Context, words: str) -> int:
    """Weigh an entry here: its severity, or that of the first modifier that a program can apply."""
    mistake = knowledge.mistakes().get(id_)
    if mistake is None:
        return 0
    for modifier in mistake.modifiers:
        tests = (
            (modifier.countries, context.country or "", True),
            (modifier.stages, context.stage or "", False),
            (modifier.roles, context.role or "", False),
            (modifier.words, words, False),
        )
        given = [(wanted, have.lower(), whole) for wanted, have, whole in tests if wanted]
        if given and all(
            any(one.lower() == have if whole else one.lower() in have for one in wanted)
            for wanted, have, whole in given
        ):
            return modifier.level
    return mistake.severity


def next_question(
    telling: str,
    reading: Reading,
    answers: Mapping[str, Answer],
    context: Context,
    closed: frozenset[str] = frozenset(),
) -> Candidate | None:
    """Choose the targeted question that would change the first three findings most.

    None when no answer would change what is shown. `closed` are ids that are not asked about: the
    ones that were asked already, or that the person's own words have settled.
    """
    now = found(telling, reading, answers, context)
    shown = [_score(one.severity, certain=one.certainty.certain) for one in now.mistakes[:SHOWN]]
    bar = min(shown) if len(shown) == SHOWN else 0.0
    settled = {
        one.id
        for one in (*now.mistakes, *now.not_your_fault, *now.strengths)
        if one.certainty.certain
    }
    best: Candidate | None = None
    best_worth = _LEAST
    for candidate in _candidates(telling, reading, context):
        if candidate.id in answers or candidate.id in closed or candidate.id in settled:
            continue
        if any(gives_way(candidate.id, one) for one in settled):
            continue
        worth = _worth(candidate, context, bar)
        if worth > best_worth:
            best, best_worth = candidate, worth
    return best


def _candidates(telling: str, reading: Reading, context: Context) -> list[Candidate]:
    seen = {sign.id: sign for sign in reading.signs}
    raised = [
        Candidate(
            sign.id,
            telling[sign.start : sign.end],
            sign.weight,
            shown=sign.strength is Strength.LIKELY,
        )
        for sign in reading.signs
        if sign.strength is not Strength.STATED
    ]
    left_out = [
        Candidate(mistake.id, None, mistake.silent.prior)
        for mistake in knowledge.mistakes().values()
        if mistake.silent is not None
        and mistake.id not in seen
        and _due(mistake, context.days_since)
    ]
    if "nf_ghosted" not in seen and (context.days_since or 0) >= _SILENT_DAYS:
        left_out.insert(0, Candidate("nf_ghosted", None, _SILENT_CHANCE))
    return raised + left_out


def _due(mistake: Mistake, days_since: int | None) -> bool:
    silent = mistake.silent
    if silent is None:
        return False
    return silent.from_days == 0 or (days_since is not None and days_since >= silent.from_days)


def _worth(candidate: Candidate, context: Context, bar: float) -> float:
    # What a question is worth is how likely its answer changes what is shown: a yes brings in what
    # was left out, a no takes out what would have stood there as a maybe.
    chance = 1 - candidate.weight if candidate.shown else candidate.weight
    if candidate.id.startswith("nf_"):
        # It moves blame to where it belongs, and stands above the findings.
        return chance * _score(2, certain=True) / 2
    if candidate.id.startswith("st_"):
        return chance * _STRENGTH
    severity = severity_of(candidate.id, context, candidate.quote or "")
    if candidate.shown:
        return chance * _score(severity, certain=False)
    whole = _score(severity, certain=True)
    # What comes below the first three still stands among the smaller things.
    return chance * max(_SMALLER * whole, whole - bar)


def _certainty(id_: str, strength: Strength, answer: Answer | None) -> Certainty | None:
    if answer is None:
        match strength:
            case Strength.STATED:
                return Certainty.STATED
            case Strength.LIKELY:
                return Certainty.LIKELY
            case Strength.SUGGESTED:
                return None
    if _counts(id_, answer):
        return Certainty.CONFIRMED
    return Certainty.SUGGESTED if answer is Answer.NOT_SURE else None


def _counts(id_: str, answer: Answer) -> bool:
    if id_.startswith("nf_"):
        return answer in (Answer.YES, Answer.THEM)
    if id_ == "st_recovered":
        return answer in (Answer.YES, Answer.PUT_RIGHT)
    return answer is Answer.YES


def gives_way(one: str, other: str) -> bool:
    """Tell whether `one` yields to `other` wherever they stand in the same account."""
    return any(
        overlap.stands == other and one in overlap.gives_way and overlap.where == "anywhere"
        for overlap in knowledge.overlaps()
    )


def _overlapped(kept: Mapping[str, Finding], telling: str) -> set[str]:
    gone: set[str] = set()
    for overlap in knowledge.overlaps():
        stands = kept.get(overlap.stands)
        if stands is None or stands.id in gone:
            continue
        for id_ in overlap.gives_way:
            one = kept.get(id_)
            # What the person said yes to stands, whatever it overlaps with.
            if one is None or one.certainty is Certainty.CONFIRMED:
                continue
            if overlap.where == "anywhere" or _same_place(stands, one, telling):
                gone.add(id_)
    return gone


def _same_place(one: Finding, other: Finding, telling: str) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    first, second = sorted(((one.start, one.end), (other.start, other.end)))
    between = telling[first[1] : second[0]]
    return not any(mark in between for mark in ".!?\n") and len(between) <= _NEAR


def _score(severity: int, *, certain: bool) -> float:
    return severity + (0.4 if certain else 0.0)


def _ranked(mistakes: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order by weight; the first must be something that can be mended within a week."""
    order = list(knowledge.mistakes())
    ranked = sorted(
        mistakes,
        key=lambda one: (
            -_score(one.severity, certain=one.certainty.certain),
            one.start if one.start is not None else 1 << 30,
            order.index(one.id),
        ),
    )
    for place, one in enumerate(ranked[:SHOWN]):
        if knowledge.mistakes()[one.id].quick:
            ranked.insert(0, ranked.pop(place))
            break
    return tuple(ranked)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: one.start if one.start is not None else 1 << 30))
