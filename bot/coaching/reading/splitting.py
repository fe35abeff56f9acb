"""An account cut into sentences and clauses, each with its exact place in the untouched text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one line of a note, and the clauses that it is made of, without gaps."""

    start: int
    end: int
    clauses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A text ready to be read.

    `folded` is the text in small letters and plain quotation marks, and exactly as long, so that a
    place in one is the same place in the other.
    """

    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    _starts: tuple[int, ...]

    def sentence_at(self, place: int) -> int:
        """Give the number of the sentence in which a place lies; the last one before it if none."""
        return max(0, bisect_right(self._starts, place) - 1)

    def clause_at(self, place: int) -> Span:
        """Give the clause in which a place lies."""
        clauses = self.sentences[self.sentence_at(place)].clauses
        for clause in clauses:
            if place < clause.end:
                return clause
        return clauses[-1]


_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‛`´ʼ", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009\t", " "),
    }
)

_EMOJI: Final = "\u2600-\u27bf\U0001f300-\U0001faff"
_END: Final = re.compile(
    "(?P<line>\n[\\s>*•·▪‣-]*)"
    "|(?P<dots>\\.{2,}|…)(?P<dots_quote>[\"')\\]]?)(?=\\s|$)"
    "|(?P<mark>[.!?]{1,9})(?P<quote>[\"')\\]]{0,2})(?=\\s|$)"
    "|(?<=[a-z]{2})(?P<joined>[.!?])(?=[A-Z][a-z])"
    f"|(?P<emoji>[{_EMOJI}][{_EMOJI}\ufe0f\u200d]{{0,20}})(?=\\s)"
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\"'])(?:e\.g|i\.e|mr|mrs|ms|dr|prof|st|vs|approx|incl|dept|tel|ext|[a-z]\.[a-z])$"
)
_SAME_BREATH: Final = re.compile(
    r"(?:and|but|so|then|to which) [a-z]"
    r"|i (?:just |only |then )?(?:said|say|answered|told|replied|shook)\b"
)
"""Small letters after a question, with which the same breath gives the answer to it."""
_LIST_NUMBER: Final = re.compile(r"(?:^|\n)\s{0,4}\d{1,2}$")

_JOINT: Final = re.compile(
    r"\s+(?=(?:and then|and (?:i|he|she|they|we|it|that|the|my)|but|so|then|because|cos|cuz|coz"
    r"|although|though|whereas|which|while|after that|anyway|anyways|plus|except|until|till)\b)"
    r"|(?<=[,;:?])\s+"
    r"|\s+(?=-\s)"
    r"|(?<=[a-z0-9]) ?(?=\()|(?<=\))\s+"
    f"|\\s*(?=[{_EMOJI}])|(?<=[{_EMOJI}])\\s+"
)
_STREAM_JOINT: Final = re.compile(
    r"\s+(?=(?:and then|and (?:i|he|she|they|we|it|the|my)|but|so|then|anyway|after that|next"
    r"|i (?:was|had|said|didn'?t|got|went|asked|told|just|could|couldn'?t)"
    r"|(?:he|she|they) (?:was|were|had|said|asked|told|didn'?t|just|never))\b)"
)
_WHITE: Final = re.compile(r"\s+")

LONGEST_SENTENCE: Final = 260
"""A stream without full stops is cut at a joint once it is longer than this."""
_SHORTEST_PIECE: Final = 90
"""Pieces of such a stream are at least so long, so that a cue is not cut in two."""
_HARD_CUT: Final = 600
"""Without any joint, and without any word end, it is cut after so many characters."""


def folded(text: str) -> str:
    """Give the text in small letters and plain quotation marks, character for character."""
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)


def page(text: str) -> Page:
    """Cut a text into sentences and clauses."""
    low = folded(text)
    sentences = tuple(
        Sentence(span.start, span.end, tuple(_clauses(low, span)))
        for whole in _sentences(text, low)
        for span in _pieces(low, whole)
    )
    return Page(text, low, sentences, tuple(sentence.start for sentence in sentences))


def _sentences(text: str, low: str) -> list[Span]:
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if not _ends_here(low, end):
            continue
        _add(found, low, start, end.start() if end["line"] else end.end())
        start = end.end()
    _add(found, low, start, len(low))
    return found


def _ends_here(low: str, end: re.Match[str]) -> bool:
    if end["line"] or end["joined"]:
        return True
    after = _WHITE.match(low, end.end())
    following = end.string[after.end() : after.end() + 1] if after else ""
    if end["dots"] or end["emoji"]:
        return not following or following.isupper()
    if end["quote"] and end["mark"] != "." and following.islower():
        return False  # "what was the result?" and i had none
    if end["mark"] == "?" and after and _SAME_BREATH.match(end.string, after.end()):
        return False
    if end["mark"] == ".":
        before = low[max(0, end.start() - 8) : end.start()]
        if _ABBREVIATION.search(before) and following:
            return bool(re.search(r"[ap]\.m$", before)) and following.isupper()
        return not _LIST_NUMBER.search(before)
    return True


def _add(found: list[Span], low: str, start: int, end: int) -> None:
    while start < end and not _has_weight(low[start]):
        start += 1
    while end > start and low[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _has_weight(letter: str) -> bool:
    return not (letter.isspace() or letter in ".,;:!?-*•·▪‣>…)")


def _pieces(low: str, whole: Span) -> list[Span]:
    """Cut what is too long for a sentence at the joints that speech has."""
    if whole.end - whole.start <= LONGEST_SENTENCE:
        return [whole]
    found: list[Span] = []
    start = whole.start
    for joint in _STREAM_JOINT.finditer(low, whole.start, whole.end):
        if joint.start() - start >= _SHORTEST_PIECE and whole.end - joint.end() >= 20:
            found.extend(_hard_pieces(low, Span(start, joint.start())))
            start = joint.end()
    found.extend(_hard_pieces(low, Span(start, whole.end)))
    return found


def _hard_pieces(low: str, whole: Span) -> list[Span]:
    found: list[Span] = []
    start = whole.start
    while whole.end - start > _HARD_CUT:
        blank = low.rfind(" ", start + _SHORTEST_PIECE, start + _HARD_CUT)
        cut = blank if blank > 0 else start + _HARD_CUT
        _add(found, low, start, cut)
        start = cut
    _add(found, low, start, whole.end)
    return found


def _clauses(low: str, sentence: Span) -> list[Span]:
    found: list[Span] = []
    start = sentence.start
    for joint in _JOINT.finditer(low, sentence.start, sentence.end):
        if joint.start() - start < 3:
            continue
        found.append(Span(start, joint.start()))
        start = joint.end()
    if start < sentence.end:
        found.append(Span(start, sentence.end))
    return found or [sentence]
