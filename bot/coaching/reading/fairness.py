"""What is never held against anybody, whichever reader found it."""

from __future__ import annotations

from typing import Final

from bot.coaching.reading.signs import Sign
from bot.coaching.reading.splitting import Page, Span
from bot.coaching.reading.stance import Stance, stances

_NOT_FOR_WORDS: Final = frozenset(
    {
        "skill_gap",
        "answers_too_short",
        "missed_the_question",
        "nerves_took_over",
        "silent_reasoning",
        "undersold_self",
        "unprepared_common_question",
    }
)
"""What only the words of a language may explain."""


def fair(page: Page, sign: Sign) -> bool:
    """Tell whether a sign may stand: a mistake done again rightly, or words missing, may not."""
    if sign.id.startswith(("nf_", "st_")):
        return True
    found = stances(page, Span(sign.start, sign.end))
    if Stance.DONE_AGAIN in found:
        return False
    return Stance.WORDS_MISSING not in found or sign.id not in _NOT_FOR_WORDS
