"""Free text read for what it says about the interview, each sign with its exact place.

This first engine finds words that people use. It misses much, and what it does not find is asked
about; what it calls stated is said in so many words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.coaching.reading.bounds import allowed
from bot.coaching.reading.cues import cued
from bot.coaching.reading.kinds import Written, what_is
from bot.coaching.reading.language import looks_english
from bot.coaching.reading.overlap import without_overlap
from bot.coaching.reading.pay import pay_talk
from bot.coaching.reading.quoting import quote
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
from bot.coaching.reading.splitting import Span, page

ENGINE: Final = "cues-1"
"""The name under which a reading of this engine is stored."""

__all__ = [
    "ENGINE",
    "Context",
    "Figure",
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


def read(text: str, context: Context = _NOTHING_KNOWN) -> Reading:
    """Read an account. A text in another language, or of another kind, gives no signs."""
    kind = what_is(text)
    if kind not in (Written.ACCOUNT, Written.REJECTION) or not looks_english(text):
        return Reading(ENGINE)
    cut = page(text)
    if not cut.sentences:
        return Reading(ENGINE)
    signs = cued(cut)
    gaps = skills_missing(cut)
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
    return Reading(ENGINE, _in_order(found.values()), gaps, pay_talk(cut))


def _in_order(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    return tuple(sorted(signs, key=lambda sign: (sign.start, sign.end, sign.id)))
