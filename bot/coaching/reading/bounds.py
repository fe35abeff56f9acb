"""What the calendar, the country and the round rule out, or turn into a question."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coaching.reading.signs import Context, Sign, Strength

_DUE_AFTER: Final = {"no_thank_you": 3, "no_follow_up": 7}
"""Days after the interview before which nothing was missed."""

_RANGES_ARE_NORMAL: Final = re.compile(
    "AT|B[EG]|C[YZ]|D[EK]|E[ES]|F[IR]|GR|H[RU]|I[EST]|L[ITUV]|MT|N[LO]|P[LT]|RO|S[EIK]"
)
"""Where asking for the pay range is ordinary: the European Union and its economic area."""

_LATE_ROUND: Final = re.compile(
    r"\b(?:offer|final|last|third|3rd|fourth|4th|contract|negotiat\w*)\b"
)
_SILENT_ROUND: Final = re.compile(r"\b(?:online|written|timed|take[- ]?home|recorded)\b")
_FIXED_ROUND: Final = re.compile(r"\b(?:screen\w*|phone|recorded|one[- ]way|ai|automated)\b")
_ALONE: Final = re.compile(
    r"\b(?:one[- ](?:to|on)[- ]one|1[- ]?(?:to|on|:)[- ]?1|phone|recorded)\b"
)

_SILENCE: Final = 3
"""Days: before that nobody has been left without an answer."""
_ASKED: Final = 0.4
"""The weight of what is asked about and would otherwise have been stated."""


def allowed(sign: Sign, context: Context) -> Sign | None:
    """Give the sign as far as the context lets it stand; None where it rules it out."""
    stage = (context.stage or "").lower()
    match sign.id:
        case "no_thank_you" | "no_follow_up":
            if context.days_since is None:
                return _as_question(sign)
            return sign if context.days_since >= _DUE_AFTER[sign.id] else None
        case "nf_ghosted" if context.days_since is not None and context.days_since < _SILENCE:
            return None
        case "pay_or_perks_too_early":
            if _LATE_ROUND.search(stage):
                return None
            if _RANGES_ARE_NORMAL.fullmatch((context.country or "").upper()):
                return _as_question(sign) if sign.strength is not Strength.SUGGESTED else None
        case "silent_reasoning" if _SILENT_ROUND.search(stage):
            return None
        case "no_close_no_next_step" | "no_questions_asked" if _FIXED_ROUND.search(stage):
            return _as_question(sign)
        case "group_or_panel_balance" if _ALONE.search(stage):
            return None
        case _:
            return sign
    return sign


def _as_question(sign: Sign) -> Sign:
    if sign.strength is Strength.SUGGESTED:
        return sign
    return replace(sign, strength=Strength.SUGGESTED, weight=min(sign.weight, _ASKED))
