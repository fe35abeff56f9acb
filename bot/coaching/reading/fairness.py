"""What is never held against anybody, whichever reader found it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.coaching.reading.signs import Sign, Strength
from bot.coaching.reading.splitting import Page, Span
from bot.coaching.reading.stance import Stance, stances
from bot.coaching.reading.verdicts import only_a_verdict

_NOT_FOR_WORDS: Final = frozenset(
    {
        "skill_gap",
        "answers_too_short",
        "brief_not_met",
        "dishonest_or_assisted",
        "missed_the_question",
        "nerves_took_over",
        "obvious_blunder",
        "silent_reasoning",
        "task_underperformed",
        "undersold_self",
        "unprepared_common_question",
        "vague_no_example",
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


_OTHER_TIME: Final = re.compile(
    r"\b(?:in|at|for|during) (?:my|the) (?:last|previous|earlier|other)"
    r" (?:interview|one|job|place)\b"
    r"|\bin (?:an|the) interview before (?:that|this)\b"
)
_TAKEN_BACK: Final[Mapping[str, re.Pattern[str]]] = {
    "late_or_no_show": re.compile(
        r"^(?!.*(?<!not )(?<!n't )\b(?:late|past|after|missed|wrong|over|delay\w*)\b)"
        r".*\b(?:early|on time|in good time|ahead of time|before they opened)\b"
    ),
    "st_prepared_and_on_time": re.compile(r"^(?!.*(?:\bnot\b|\bnever\b|n't\b)).*\blate\b"),
    "defensive_feedback_request": re.compile(
        r"^(?!.*\b(?:but|then|argu\w*|wrong|unfair|disagree\w*)\b).*\b(?:polite\w*|kindly|friendly)\b"
    ),
}
"""Words that say the opposite, where nothing beside them says the thing itself."""
_REFUSED: Final = re.compile(
    r"\W*(?:(?:and|but|so|anyway|still|in the end|i still) ?)*"
    r"(?:(?:i )?(?:still )?(?:did not|didn'?t|never) (?:get|got) (?:it|the (?:job|role|post|place))"
    r"|they (?:did not|didn'?t) (?:hire|want|take|pick|choose) me|i was (?:rejected|refused)"
    r"|it was a no)\b[^.!?]{0,30}[.!?]?"
)
_FEWEST_WORDS: Final = 3
"""A bare "no" is about whatever was asked, which the trained reader does not know."""
_ENOUGH_WORDS: Final = 7
"""A few words alone prove little: with fewer than so many the trained reader states nothing."""


def seen(page: Page, sign: Sign) -> Sign | None:
    """Give what may stand of a sign that the trained reader found, or None.

    It knows what words are about better than which way they point, so the plainest ways to say
    that a thing was not so, or was elsewhere, are held against it; and few words, or a verdict on
    oneself, are too little to be stated.
    """
    words = page.folded[sign.start : sign.end]
    if len(words.split()) < _FEWEST_WORDS:
        return None
    taken_back = _TAKEN_BACK.get(sign.id)
    if taken_back is not None and taken_back.search(words):
        return None
    if not sign.id.startswith(("nf_", "st_")):
        sentence = page.sentences[page.sentence_at(sign.start)]
        if _OTHER_TIME.search(page.folded, sentence.start, sentence.end):
            return None
        if _REFUSED.match(words):
            return None
    if sign.strength is Strength.STATED and (
        len(words.split()) < _ENOUGH_WORDS or only_a_verdict(words)
    ):
        return replace(sign, strength=Strength.LIKELY)
    return sign
