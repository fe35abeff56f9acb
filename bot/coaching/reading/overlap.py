"""Two signs on the same words: the more specific one stands, and what was the employer's doing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from bot.coaching import knowledge
from bot.coaching.reading.signs import Sign, Strength
from bot.coaching.reading.splitting import Page

_DOUBTED: Final = 0.35
"""The weight of a sign that something else, itself only suggested, may explain."""


_CAUSED: Final = frozenset(
    {"task_underperformed", "brief_not_met", "remote_setup_problem", "late_or_no_show"}
)
"""What is often told one sentence away from the employer's doing that brought it about."""
_ALSO_GIVES_WAY: Final = {"nf_interviewer_unprepared": ("task_underperformed",)}
"""Where they came late, the time that was missing may be theirs."""
_SO: Final = re.compile(
    r"\W*(?:and |but |well )?(?:so|therefore|thus|hence|because of|due to|thanks to|as a result"
    r"|for this reason|(?:that|this|which) is (?:the reason|why)|that'?s why)\b"
)
_BECAUSE: Final = re.compile(
    r"\W*(?:but )?(?:because|due to|thanks to|the reason (?:was|is|for)"
    r"|(?:that|this|it) (?:is|was) (?:because|due|thanks|only because))\b"
)


_SURE_ENOUGH: Final = 0.6
"""How likely something must be to make less of what was said outright."""


def without_overlap(page: Page, signs: Mapping[str, Sign]) -> dict[str, Sign]:
    """Leave out what gives way to another sign.

    A sign that is only suggested does not remove one that is stated: it makes it a question. So
    does what the employer did one sentence away, unless a "so" says that it was the cause.
    """
    kept = dict(signs)
    for stands_id, gives_way, anywhere in _rules():
        stands = kept.get(stands_id)
        if stands is None:
            continue
        for id_ in gives_way:
            one = kept.get(id_)
            if one is None:
                continue
            here = anywhere or page.sentence_at(one.start) == page.sentence_at(stands.start)
            if not here and not _is_next_door(page, stands, one):
                continue
            if stands.strength.firmness < one.strength.firmness:
                if stands.strength is Strength.LIKELY and stands.weight >= _SURE_ENOUGH:
                    kept[id_] = replace(one, strength=Strength.LIKELY)
                continue
            if (stands.strength, one.strength) == (Strength.LIKELY, Strength.LIKELY):
                # Of two that nobody has said outright, the likelier one is shown.
                if here:
                    del kept[id_ if stands.weight >= one.weight else stands_id]
                if stands_id not in kept:
                    break
                continue
            if here or (stands.strength is Strength.STATED and _is_caused(page, stands, one)):
                del kept[id_]
            elif one.strength is Strength.STATED:
                kept[id_] = replace(one, strength=Strength.SUGGESTED, weight=_DOUBTED)
    return kept


def _rules() -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for overlap in knowledge.overlaps():
        yield overlap.stands, overlap.gives_way, overlap.where == "anywhere"
        if overlap.stands in _ALSO_GIVES_WAY:
            yield overlap.stands, _ALSO_GIVES_WAY[overlap.stands], False


def _is_next_door(page: Page, stands: Sign, one: Sign) -> bool:
    """Tell whether it may be told of in the sentence before or after what explains it."""
    apart = abs(page.sentence_at(one.start) - page.sentence_at(stands.start))
    return apart <= 1 and one.id in _CAUSED and stands.id.startswith("nf_")


def _is_caused(page: Page, stands: Sign, one: Sign) -> bool:
    """Tell whether the later of two sentences says that one of them brought about the other.

    Whichever comes first: "so I did not finish", "that was because of their machine".
    """
    later = page.sentences[page.sentence_at(max(stands.start, one.start))]
    link = _SO if one.start > stands.start else _BECAUSE
    return link.match(page.folded, later.start, later.end) is not None
