"""Two signs on the same words: the more specific one stands, and what was the employer's doing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.coaching import knowledge
from bot.coaching.reading.signs import Sign, Strength
from bot.coaching.reading.splitting import Page

_DOUBTED: Final = 0.35
"""The weight of a sign that something else, itself only suggested, may explain."""


def without_overlap(page: Page, signs: Mapping[str, Sign]) -> dict[str, Sign]:
    """Leave out what gives way to another sign.

    A sign that is only suggested does not remove one that is stated: it makes it a question.
    """
    kept = dict(signs)
    for overlap in knowledge.overlaps():
        stands = kept.get(overlap.stands)
        if stands is None:
            continue
        for id_ in overlap.gives_way:
            one = kept.get(id_)
            if one is None or not (
                overlap.where == "anywhere"
                or page.sentence_at(one.start) == page.sentence_at(stands.start)
            ):
                continue
            if stands.strength is Strength.SUGGESTED and one.strength is Strength.STATED:
                kept[id_] = replace(one, strength=Strength.SUGGESTED, weight=_DOUBTED)
            else:
                del kept[id_]
    return kept
