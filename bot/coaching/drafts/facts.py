"""What the person said for a draft, and how their words are fitted into a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from bot.coaching.drafts.texts import Blank, Flag
from bot.limits import cleaned, has_words
from bot.words import Value

Given: TypeAlias = dict[Blank, Value]
There: TypeAlias = frozenset[Blank | Flag]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the person said, in their own words. What is None is not known and not made up."""

    me: str | None = None
    to: str | None = None
    employer: str | None = None
    role: str | None = None
    interview_day: date | None = None
    one_true_thing: str | None = None
    """Something that was discussed there."""
    repair: str | None = None
    """What they want to add to their answers, or correct."""
    nothing_to_add: bool = False
    """True: they were asked and have nothing to add, so no gap is left for it."""
    promised_day: date | None = None
    rejected_day: date | None = None
    answer_by: date | None = None
    """By when another offer has to be answered."""
    skills_to_ask_about: tuple[str, ...] = ()
    """For a feedback request; the first two are used."""
    coordinator: str | None = None
    """Whoever arranged it: a recruiter, an agency, a secretary."""
    through_agency: bool = False
    """True: notes go to the coordinator and not to the interviewer."""
    late: bool = False
    """True: "this is late, thank you all the same"."""
    heard_elsewhere: bool = False
    """True: nobody told them, they learned elsewhere that the job is filled."""


CUT: Final = " […]"
"""What stands where words were left out; the person sees it, and it is one of the gaps."""

_LONGEST: Final[dict[Blank, tuple[int, int]]] = {
    Blank.ME: (4, 40),
    Blank.TO: (4, 40),
    Blank.COORDINATOR: (4, 40),
    Blank.EMPLOYER: (7, 60),
    Blank.ROLE: (7, 60),
    Blank.ONE_TRUE_THING: (30, 220),
    Blank.REPAIR: (45, 320),
    Blank.SKILL: (10, 80),
    Blank.SECOND_SKILL: (10, 80),
}
"""The most words and characters of each."""

_SENTENCES: Final = (Blank.ONE_TRUE_THING, Blank.REPAIR)
_READ_MOST: Final = 4_000
_BRACKETS: Final = str.maketrans("[]", "()")
_SHOUTED: Final = re.compile(r"[!¡！‼]+")
_BEFORE: Final = " ,;:?…-–—"
_AFTER: Final = " .,;:?…-–—"
_SMALL_FIRST: Final = re.compile(r"(?:The|An?|Your?|We|They|He|She|It|How|What|That|This|My|Our)\s")
_AROUND_A_ROLE: Final = re.compile(r"^(?:an?|the)\s+|\s+(?:job|role|position)$", re.IGNORECASE)
_ARGUES: Final = re.compile(
    r"\b(?:why|reasons?|better|worse|instead|winner|hired|chose|chosen|(?:your|the) decision"
    r"|other (?:applicant|candidate|one|person|people)s?)\b",
    re.IGNORECASE,
)


def given(facts: Facts) -> tuple[Given, There]:
    """Give what was given, ready for a sentence, and what decides which paragraphs are used."""
    skills = [skill for skill in facts.skills_to_ask_about if has_words(skill)][:2]
    skills += [""] * (2 - len(skills))
    role = None if facts.role is None else _AROUND_A_ROLE.sub("", facts.role.strip(_AFTER))
    words = {
        Blank.ME: facts.me,
        Blank.TO: facts.to,
        Blank.COORDINATOR: facts.coordinator,
        Blank.EMPLOYER: facts.employer,
        Blank.ROLE: role,
        Blank.ONE_TRUE_THING: facts.one_true_thing,
        Blank.REPAIR: facts.repair,
        Blank.SKILL: skills[0],
        Blank.SECOND_SKILL: skills[1],
    }
    days = {
        Blank.INTERVIEW_DAY: facts.interview_day,
        Blank.PROMISED_DAY: facts.promised_day,
        Blank.REJECTED_DAY: facts.rejected_day,
        Blank.ANSWER_BY: facts.answer_by,
    }
    flags = {
        Flag.LATE: facts.late,
        Flag.THROUGH_AGENCY: facts.through_agency,
        Flag.HEARD_ELSEWHERE: facts.heard_elsewhere,
        Flag.TO_ADD: not facts.nothing_to_add,
    }
    found: Given = {}
    for blank, said in words.items():
        if (short := lean(said, blank)) is not None:
            found[blank] = short
    found |= {blank: day for blank, day in days.items() if day is not None}
    there: set[Blank | Flag] = {*found}
    there |= {flag for flag, raised in flags.items() if raised}
    for blank in (Blank.SKILL, Blank.SECOND_SKILL):
        if _ARGUES.search(str(found.get(blank, ""))):
            del found[blank]  # still among what is there, so that a gap asks for a skill
    return found, frozenset(there)


def lean(words: str | None, blank: Blank) -> str | None:
    """Give the words in one line without what would end the sentence; None where there are none."""
    if words is None:
        return None
    quiet = _SHOUTED.sub("." if blank in _SENTENCES else "", words.translate(_BRACKETS))
    line = " ".join(cleaned(quiet, _READ_MOST).text.split()).lstrip(_BEFORE).rstrip(_AFTER)
    if not has_words(line):
        return None
    if _SMALL_FIRST.match(line):
        line = line[0].lower() + line[1:]
    return _cut(line, *_LONGEST[blank])


def shortened(said: Mapping[Blank, Value], too_many: int) -> Given:
    """Take so many words off the two long facts, always off the one that is longer."""
    long = {
        blank: value for blank in _SENTENCES if isinstance(value := said.get(blank), str) and value
    }
    if not long:
        return dict(said)
    sizes = {blank: len(value.split()) for blank, value in long.items()}
    for _ in range(too_many):
        sizes[max(sizes, key=lambda blank: sizes[blank])] -= 1
    cut = {blank: _cut(value, sizes[blank], len(value)) for blank, value in long.items()}
    return {**said, **cut}


def _cut(line: str, words_most: int, letters_most: int) -> str:
    """Shorten at a word's end, and show where; the mark counts as a word."""
    if len(line.split(" ")) <= words_most and len(line) <= letters_most:
        return line
    whole = line.removesuffix(CUT)
    kept = " ".join(whole.split(" ")[: max(1, words_most - 1)])
    if len(kept) > letters_most:
        blank = kept.rfind(" ", 0, letters_most + 1)
        kept = kept[: blank if blank > 0 else _letter_end(kept, letters_most)]
    return kept.rstrip(_AFTER) + CUT


def _letter_end(word: str, most: int) -> int:
    """Find where a word without an end can be cut without taking the mark off a letter."""
    end = most
    while end > 1 and (unicodedata.combining(word[end]) or "\u200d" in word[end - 1 : end + 1]):
        end -= 1
    return end
