"""Free text read for what it says about the interview, each sign with its exact place.

Two readers: one knows words in which people say a thing outright, and states it; the other, a small
trained network, judges each sentence among its neighbours: what it finds likely is shown as a
maybe, what it only half sees is asked about. Its weights and how they came about: `weights/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from bot.coaching.reading.bounds import allowed
from bot.coaching.reading.cues import cued
from bot.coaching.reading.fairness import fair, seen
from bot.coaching.reading.kinds import Written, what_is
from bot.coaching.reading.language import looks_english
from bot.coaching.reading.learned import judge, signs_of
from bot.coaching.reading.overlap import without_overlap
from bot.coaching.reading.pay import pay_talk
from bot.coaching.reading.quoting import quote
from bot.coaching.reading.second import Opinion, weighed
from bot.coaching.reading.signs import (
    Context,
    Figure,
    Pay,
    Reading,
    Side,
    Sign,
    SkillGap,
    Strength,
)
from bot.coaching.reading.skills import skills_missing
from bot.coaching.reading.splitting import Page, Span, page

ENGINE: Final = "reader-1"
"""The name under which a reading of this engine is stored."""

__all__ = [
    "ENGINE",
    "Context",
    "Figure",
    "Opinion",
    "Pay",
    "Reading",
    "Side",
    "Sign",
    "SkillGap",
    "Strength",
    "Written",
    "looks_english",
    "read",
    "what_is",
]

_NAMED_SKILL: Final = 0.6
"""The weight of a missing skill that is named, where no cue says the same."""
_NOTHING_KNOWN: Final = Context()


def read(text: str, context: Context = _NOTHING_KNOWN, opinion: Opinion | None = None) -> Reading:
    """Read an account. A text in another language, or of another kind, gives no signs.

    An `opinion` of a second reader is weighed against what is found here.
    """
    kind = what_is(text)
    if kind not in (Written.ACCOUNT, Written.REJECTION) or not looks_english(text):
        return Reading(ENGINE)
    cut = page(text)
    if not cut.sentences:
        return Reading(ENGINE)
    judged = judge(cut)
    signs = together(cued(cut), _seen(cut, signs_of(judged, len(cut.sentences))))
    if opinion is not None:
        signs = weighed(signs, opinion)
    signs = {id_: sign for id_, sign in signs.items() if fair(cut, sign)}
    gaps = _gaps(skills_missing(cut), judged.skills if "skill_gap" in signs else ())
    if opinion is not None:
        gaps = _gaps(gaps, opinion.skills)
    if gaps and "skill_gap" not in signs:
        place = quote(cut, Span(gaps[0].start, gaps[0].end))
        signs["skill_gap"] = Sign(
            "skill_gap", place.start, place.end, Strength.SUGGESTED, _NAMED_SKILL
        )
    found = {
        id_: kept
        for id_, sign in without_overlap(cut, signs).items()
        if (kept := allowed(sign, context)) is not None
    }
    if kind is Written.REJECTION:
        # Their words can say what happened to the job, and nothing about the candidate.
        return Reading(ENGINE, _in_order(s for s in found.values() if s.id.startswith("nf_")))
    also = None if opinion is None else opinion.reader
    return Reading(ENGINE, _in_order(found.values()), gaps, pay_talk(cut), also)


def _seen(cut: Page, likely: Mapping[str, Sign]) -> dict[str, Sign]:
    held = ((id_, seen(cut, sign)) for id_, sign in likely.items())
    return {id_: sign for id_, sign in held if sign is not None}


def together(said: Mapping[str, Sign], likely: Mapping[str, Sign]) -> dict[str, Sign]:
    """Put both readers together: what is said in so many words stands before what is likely."""
    signs = dict(said)
    for id_, sign in likely.items():
        known = signs.get(id_)
        if known is None:
            signs[id_] = sign
        elif _firmer(sign, known):
            # Words that are known to mean several things are not stated, however sure it looks.
            sure = sign.strength is Strength.STATED
            signs[id_] = replace(sign, strength=Strength.LIKELY) if sure else sign
    return signs


def _firmer(one: Sign, other: Sign) -> bool:
    if other.strength is Strength.STATED:
        return False
    return (one.strength.firmness, one.weight) > (other.strength.firmness, other.weight)


def _gaps(said: Iterable[SkillGap], likely: Iterable[SkillGap]) -> tuple[SkillGap, ...]:
    """Put the missing skills together; of two at the same place the first stands."""
    found = list(said)
    for gap in likely:
        if not any(gap.start < one.end and one.start < gap.end for one in found):
            found.append(gap)
    return tuple(sorted(found, key=lambda gap: gap.start))


def _in_order(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    return tuple(sorted(signs, key=lambda sign: (sign.start, sign.end, sign.id)))
