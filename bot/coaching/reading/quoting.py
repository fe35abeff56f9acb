"""The person's own words for one place: whole clauses, short enough to be shown back to them."""

from __future__ import annotations

from bot.coaching.reading.splitting import Page, Span
from bot.limits import QUOTE_LONGEST


def quote(page: Page, place: Span, inside: Span | None = None) -> Span:
    """Give the words around a place, at most as long as a quote and cut at the ends of words.

    They are those of `inside`, or else of the clauses in which the place lies; where they are too
    long, the place itself is kept.
    """
    low = page.folded
    start, end = page.clause_at(place.start).start, page.clause_at(place.end - 1).end
    if inside is not None:
        start, end = inside.start, inside.end
    if end - start > QUOTE_LONGEST:
        start = max(start, min(place.start, end - QUOTE_LONGEST))
        if start < place.start:
            blank = low.find(" ", start, place.start)
            start = blank if blank >= 0 else place.start
    if end - start > QUOTE_LONGEST:
        blank = low.rfind(" ", start + 1, start + QUOTE_LONGEST + 1)
        end = blank if blank > 0 else start + QUOTE_LONGEST
    while start < end and (low[start].isspace() or low[start] in ",;:-)"):
        start += 1
    while end > start and (low[end - 1].isspace() or low[end - 1] in ",;:-("):
        end -= 1
    return Span(start, end) if start < end else place
