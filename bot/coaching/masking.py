"""What identifies somebody in a text, and the text without it.

Addresses, numbers and links are known by their form. Names are known by their place: after a
title or "called", before "said", with a capital letter inside a sentence. A name that is written
small and stands like any other word is not seen, so this makes a text less telling and never
anonymous; rather a word too many is masked than one too few.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from bot.coaching.reading.skill_words import PAPERS, SKILL_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Hidden(StrEnum):
    """What a masked part was; the word that stands in its place."""

    MAIL = "[mail]"
    LINK = "[link]"
    PHONE = "[phone]"
    HANDLE = "[handle]"
    NAME = "[name]"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text that identifies somebody: `text[start:end]`."""

    start: int
    end: int
    what: Hidden


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the masked text, from `at` on, and what it stands for in the text itself."""

    at: int
    start: int
    end: int
    masked: bool


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without what identifies somebody, and the way back to the text itself."""

    text: str
    parts: tuple[Part, ...]
    """What was masked, as places in the text itself, in order."""
    _pieces: tuple[_Piece, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the text itself of `text[start:end]`, which is not empty.

        A mask of which a part is meant counts whole.
        """
        first, last = self._piece_at(start), self._piece_at(end - 1)
        return (
            first.start if first.masked else first.start + start - first.at,
            last.end if last.masked else last.start + end - last.at,
        )

    def _piece_at(self, place: int) -> _Piece:
        return self._pieces[bisect_right(self._pieces, place, key=lambda one: one.at) - 1]


def masked(text: str, names: Iterable[str] = ()) -> Masked:
    """Mask what identifies somebody; `names` are names that are known to stand in it."""
    parts = tuple(identifying(text, names))
    written: list[str] = []
    pieces: list[_Piece] = []
    at = 0
    edges = [0, *(edge for part in parts for edge in (part.start, part.end)), len(text)]
    hidden = {part.start: part.what for part in parts}
    for start, end in pairwise(edges):
        if start == end:
            continue
        what = hidden.get(start)
        shown = text[start:end] if what is None else what.value
        pieces.append(_Piece(at, start, end, what is not None))
        written.append(shown)
        at += len(shown)
    return Masked("".join(written), parts, tuple(pieces))


def identifying(text: str, names: Iterable[str] = ()) -> Iterator[Part]:
    """Give what identifies somebody, in order and without overlap."""
    found: list[Part] = []
    for what, form in _FORMS:
        found += (Part(one.start(), one.end(), what) for one in form.finditer(text))
    known = [re.escape(name) for name in names if name.strip()]
    if known:
        whole = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)", re.IGNORECASE)
        found += (Part(one.start(), one.end(), Hidden.NAME) for one in whole.finditer(text))
    found += _names(text)
    # Of two at one place the earlier and longer one stands, so nothing of either is left to read.
    end = 0
    for part in sorted(found, key=lambda one: (one.start, -one.end)):
        if part.start >= end:
            yield part
            end = part.end
        elif part.end > end:
            yield Part(end, part.end, part.what)
            end = part.end


_FORMS: Final = (
    (Hidden.MAIL, re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
    (Hidden.MAIL, re.compile(r"\b[\w.+-]{1,64} ?[\[(]at[\])] ?[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")),
    (
        Hidden.LINK,
        re.compile(
            r"(?:https?://|www\.)\S{1,2000}"
            r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|io|co|uk|de|fr|eu|me|dev|app|gov|edu"
            r"|info|biz|ai|jobs|careers|in|ie|ca|au|nz|za|nl|es|it|pl|se|ch|at)(?:/\S{0,2000})?(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (Hidden.HANDLE, re.compile(r"(?<![\w@/.])@\w[\w.]{1,38}\w|\b[\w.]{2,32}#\d{4}\b")),
    # Seven digits or more, written as people write telephone numbers; a year or a sum has fewer.
    (
        Hidden.PHONE,
        re.compile(r"(?<![\w.,£$€])(?!\d{4}-\d\d-\d\d)\+?\(?\d(?:[ ()./-]{0,2}\d){6,14}(?![\w%])"),
    ),
)

_CAPITAL: Final = re.compile(r"(?<![\w'’])[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{0,40}")
_AFTER: Final = re.compile(
    r"(?i:\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|called|named|name (?:is|was)|name'?s"
    r"|signed|aunt|uncle))\.?:? \Z"
)
_INTRODUCED: Final = re.compile(
    r"\b(?i:name (?:is|was)|name'?s|called|named) (?P<name>[a-z]{2,20})(?= (?:and|who|from|she|he"
    r"|was|asked|said)\b|[.,;!?\n]|\Z)"
)
_NOT_CALLED: Final = _words(
    """
    me us him her them back in out it off up on to for and that a an the my so again about
    at by first early late again twice today yesterday not on over round
    """
)
_SPEAKS: Final = re.compile(
    r" (?:and (?:I|she|he)|said|says|asked|asks|told|wanted|was|is|had|has|did|seemed|looked|smiled"
    r"|laughed|nodded|replied|answered|interviewed"
    r"|from|who|then|just|kept|went|came|and [A-Z])\b"
)
_SENTENCE: Final = re.compile(r"(?:\A|[.!?:…\n]['\"”’)]?\s+|\n[\s>*•-]*|[\"“‘(]\s*)\Z")
_STARTERS: Final = _words(
    """
    i it he she we you they this that these those there here the a an my our your his her
    its their what when where why who how which if so but and or then now after before while
    because since although though as at on in by for from with without to of about no not
    yes yeah nah ok okay well just only even still maybe perhaps anyway also once first
    second third last next finally later everyone everybody nobody someone somebody nothing
    everything something one two three some all both most many few honestly actually
    basically luckily sadly hopefully apparently turns got had have has was were is are am
    be been did do does done can could would should will may might must let please thanks
    thank sorry hi hello hey dear good great nice oh ah um er lol long short half part
    during until till every each another other such very too never always sometimes today
    yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday told
    asked said went came left started interview interviewer manager recruiter panel question
    questions answer feedback update overall despite instead however meanwhile afterwards
    asking being having getting going looking
    """
)
_COMMON: Final = _words(
    """
    i i'm i'd i've i'll ok okay monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    christmas easter diwali ramadan eid english british american german french spanish
    italian dutch polish arabic mandarin chinese cantonese japanese korean hindi urdu welsh
    scottish irish portuguese russian swedish turkish greek indian african european
    australian canadian teams zoom skype cv hr ceo cto cfo uk us usa eu it pa qa ux ui nhs
    star tv pc ai faq pdf diy asap bsc msc ba ma mba phd gp er icu ward god jesus lord covid
    internet wifi excel word powerpoint outlook slack office mr mrs ms dr prof sir madam
    """
)
"""Words that are written with a capital letter and name nobody."""
_WORDS_BEFORE: Final = 40


def _names(text: str) -> Iterator[Part]:
    inside: set[str] = set()
    waiting: list[re.Match[str]] = []
    shouted = text.upper() == text
    for one in _CAPITAL.finditer(text):
        word = re.sub(r"['’]s\Z", "", one.group())
        low = word.lower()
        if low in _COMMON or low in SKILL_WORDS or low in PAPERS or shouted:
            continue
        before = text[max(0, one.start() - _WORDS_BEFORE) : one.start()]
        if _AFTER.search(before):
            yield _part(one, word)
        elif _SENTENCE.search(before):
            waiting.append(one)
        elif word.isupper() and len(word) > 1 and low in _STARTERS:
            continue
        else:
            inside.add(low)
            yield _part(one, word)
    for one in waiting:
        # The first word of a sentence has a capital letter anyway: a name is one that has it
        # elsewhere too, stands before a surname, or does what people do.
        word = re.sub(r"['’]s\Z", "", one.group())
        low = word.lower()
        past = one.start() + len(word)
        surname = _CAPITAL.match(text, past + 1)
        acts = word != one.group() or _SPEAKS.match(text, past)
        named = surname is not None and text[past] == " " and surname.group().lower() in inside
        if low in inside or (low not in _STARTERS and (acts or named)):
            yield _part(one, word)
    for one in _INTRODUCED.finditer(text):
        if one["name"] not in _NOT_CALLED:
            yield Part(one.start("name"), one.end("name"), Hidden.NAME)


def _part(one: re.Match[str], word: str) -> Part:
    return Part(one.start(), one.start() + len(word), Hidden.NAME)
