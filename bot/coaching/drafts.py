"""Drafts of what is written to an employer. They hold no fact that the person did not give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.coaching.draft_texts import (
    PASS_ON,
    VARIANTS,
    Blank,
    DraftKind,
    Flag,
    Template,
    Voice,
    blanks,
    texts,
)
from bot.limits import cleaned, has_words
from bot.words import ENGLISH, Language, Text, Value, known, t

__all__ = ["Draft", "DraftKind", "Facts", "Gap", "Interviewer", "Voice", "draft", "for_each"]

WORDS_MOST: Final = 119
"""A thank-you stays under 120 words, whatever was typed."""

SEPARATE_NOTES_MOST: Final = VARIANTS * VARIANTS
"""With three ways to say each paragraph, so many notes differ enough; the rest is passed on."""

_A_CROWD: Final = 5
"""From so many people on, only those with something to thank for get a note of their own."""

_NAMES_MOST: Final = 6
"""More names than this in one sentence are not read."""


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


@dataclass(frozen=True, slots=True)
class Interviewer:
    """One of the people who were there."""

    name: str | None = None
    one_true_thing: str | None = None
    """What was discussed with this person."""
    repair: str | None = None
    has_address: bool = True
    """Whether they gave the candidate an address. None is ever guessed or looked up."""
    in_the_chair: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is still to be filled in; it stands in square brackets in the draft."""

    name: str
    what: Text


@dataclass(frozen=True, slots=True)
class Draft:
    """A note, ready to be read, changed and sent by the person, or not."""

    kind: DraftKind
    voice: Voice
    subject: Text
    paragraphs: tuple[Text, ...]
    """The greeting first and the closing with the name last."""
    gaps: tuple[Gap, ...] = ()

    @property
    def body(self) -> tuple[Text, ...]:
        """The paragraphs without the greeting and the closing."""
        return self.paragraphs[1:-1]

    def words_in(self, language: Language) -> int:
        """Count the words of the note, with its greeting and its closing."""
        return sum(len(language.say(paragraph).split()) for paragraph in self.paragraphs)


def draft(kind: DraftKind, voice: Voice, facts: Facts) -> Draft:
    """Write one note."""
    if kind is DraftKind.THANK_YOU and facts.through_agency:
        return _passed_on(voice, facts, () if facts.to is None else (facts.to,))
    return _written(kind, voice, facts, str(kind))


def for_each(
    interviewers: Sequence[Interviewer], facts: Facts, voice: Voice = Voice.PLAIN
) -> tuple[Draft, ...]:
    """Write a thank-you to each person with an address, and one that passes on thanks to the rest.

    Two notes share one sentence at most. The true thing is that of each interviewer, never one for
    all; what the person wants to add goes to the first one who has nothing of their own.
    """
    own = [one for one in interviewers if _has_own_note(one, len(interviewers))]
    own = own[:SEPARATE_NOTES_MOST]
    rest = [one for one in interviewers if one not in own]
    notes: list[Draft] = []
    used: set[str] = set()
    repair = facts.repair
    for number, one in enumerate(own):
        names = [other.name for other in own]
        label = one.name if one.name and names.count(one.name) == 1 else number + 1
        added, repair = (one.repair, repair) if one.repair else (repair, None)
        theirs = replace(
            facts,
            to=one.name,
            one_true_thing=_unused(one.one_true_thing, used),
            repair=_unused(added, used),
        )
        kind = DraftKind.THANK_YOU
        notes.append(_written(kind, voice, theirs, str(kind), variant=number, person=label))
    if rest or not interviewers:
        things = (_unused(one.one_true_thing, used) for one in rest)
        theirs = replace(
            facts,
            one_true_thing=next((thing for thing in things if thing), None),
            repair=_unused(repair, used),
        )
        people = tuple(one.name for one in rest if one.name)
        notes.append(_passed_on(voice, theirs, people if len(people) == len(rest) else ()))
    return tuple(notes)


def _has_own_note(one: Interviewer, there: int) -> bool:
    real = there < _A_CROWD or one.in_the_chair or bool(one.one_true_thing)
    return one.has_address and real


def _unused(words: str | None, used: set[str]) -> str | None:
    """Give the words once: the same words in two notes are what people compare."""
    lean = _lean(words, _LONGEST[Blank.REPAIR])
    if lean is None or lean.casefold() in used:
        return None
    used.add(lean.casefold())
    return words


def _passed_on(voice: Voice, facts: Facts, people: tuple[str, ...]) -> Draft:
    names = tuple(name for one in people if (name := _lean(one, _LONGEST[Blank.TO])))
    everybody = known("drafts.people.everybody", "the people who met me")
    said: Value = names if 0 < len(names) <= _NAMES_MOST else everybody
    theirs = replace(facts, through_agency=True)
    return _written(DraftKind.THANK_YOU, voice, theirs, PASS_ON, people=said)


def _written(
    kind: DraftKind,
    voice: Voice,
    facts: Facts,
    template: str,
    *,
    variant: int = 0,
    person: str | int | None = None,
    people: Value | None = None,
) -> Draft:
    form = texts().templates[f"{template}.{voice}"]
    given, there = _given(facts)
    if people is not None:
        given[Blank.PEOPLE] = people
    whole = _composed(kind, voice, form, given, there, variant, person)
    room = WORDS_MOST - whole.words_in(ENGLISH)
    if room >= 0:
        return whole
    return _composed(kind, voice, form, _shortened(given, -room), there, variant, person)


def _composed(
    kind: DraftKind,
    voice: Voice,
    form: Template,
    given: Mapping[Blank, Value],
    there: frozenset[Blank | Flag],
    variant: int,
    person: str | int | None,
) -> Draft:
    gaps: dict[Blank, Gap] = {}

    def filled(part: str, pattern: str) -> Text:
        values: dict[str, Value] = {}
        for blank in blanks(pattern):
            value = given.get(blank)
            # A note through an agency greets whoever passes it on.
            asked = blank
            if blank is Blank.TO and Flag.THROUGH_AGENCY in there:
                asked, value = Blank.COORDINATOR, given.get(Blank.COORDINATOR)
            what = texts().gaps[asked].text(person)
            if value is None:
                gaps[asked] = Gap(asked.value, what)
                value = t("[{what}]", what=what)
            elif isinstance(value, str) and value.endswith(_CUT):
                gaps[asked] = Gap(asked.value, t("{what}, in fewer words", what=what))
            values[blank.value] = value
        return known(f"drafts.{part}", pattern).with_values(**values)

    frame = texts().frames[voice]
    subject = filled(f"{form.id}.subject", form.subject)
    paragraphs = [filled(f"{voice}.greeting", frame.greeting)]
    for paragraph, number in zip(form.body(there), _square(variant), strict=False):
        says = (paragraph.says, *paragraph.others)[number if paragraph.others else 0]
        name = f"{form.id}.{paragraph.id}" + (f".{number}" if paragraph.others else "")
        paragraphs.append(filled(name, says))
    paragraphs.append(filled(f"{voice}.closing", frame.closing))
    return Draft(kind, voice, subject, tuple(paragraphs), tuple(gaps.values()))


def _square(variant: int) -> tuple[int, ...]:
    """Choose each paragraph's words so that two of nine notes agree in one paragraph at most."""
    row, column = divmod(variant % SEPARATE_NOTES_MOST, VARIANTS)
    return (
        (row + column) % VARIANTS,
        (row + 2 * column) % VARIANTS,
        column,
        row,
    )


# --- The person's words ---------------------------------------------------------------------------

_CUT: Final = " […]"

_LONGEST: Final[dict[Blank, tuple[int, int]]] = {
    Blank.ME: (5, 50),
    Blank.TO: (5, 50),
    Blank.COORDINATOR: (5, 50),
    Blank.EMPLOYER: (8, 60),
    Blank.ROLE: (8, 60),
    Blank.ONE_TRUE_THING: (30, 220),
    Blank.REPAIR: (45, 320),
    Blank.SKILL: (10, 80),
    Blank.SECOND_SKILL: (10, 80),
}
"""The most words and characters of each."""

_GENTLE: Final = str.maketrans({"[": "(", "]": ")", "!": ".", "¡": None, "！": "."})
_ENDS: Final = " .,;:?…-–—"
_SMALL_FIRST: Final = re.compile(r"(?:The|An?|Your?|We|They|He|She|It|How|What|That|This|My|Our)\s")
_AROUND_A_ROLE: Final = re.compile(r"^(?:an?|the)\s+|\s+(?:job|role|position)$", re.IGNORECASE)
_NO_ADVICE: Final = re.compile(
    r"\b(?:why|reasons?|better|worse|instead|chosen?|choice|decision|winner|hired|other|others)\b",
    re.IGNORECASE,
)


def _given(facts: Facts) -> tuple[dict[Blank, Value], frozenset[Blank | Flag]]:
    """Give what was given, ready for a sentence, and what decides which paragraphs are used."""
    skills = [skill for skill in facts.skills_to_ask_about if has_words(skill)][:2]
    skills += [""] * (2 - len(skills))
    role = facts.role if facts.role is None else _AROUND_A_ROLE.sub("", facts.role.strip())
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
    lean = {blank: _lean(said, _LONGEST[blank]) for blank, said in words.items()}
    days = {
        Blank.INTERVIEW_DAY: facts.interview_day,
        Blank.PROMISED_DAY: facts.promised_day,
        Blank.REJECTED_DAY: facts.rejected_day,
        Blank.ANSWER_BY: facts.answer_by,
    }
    given: dict[Blank, Value] = {blank: said for blank, said in lean.items() if said is not None}
    given |= {blank: day for blank, day in days.items() if day is not None}
    flags = {
        Flag.LATE: facts.late,
        Flag.THROUGH_AGENCY: facts.through_agency,
        Flag.HEARD_ELSEWHERE: facts.heard_elsewhere,
    }
    there = frozenset({*given, *(flag for flag, raised in flags.items() if raised)})
    for blank in (Blank.SKILL, Blank.SECOND_SKILL):
        if _NO_ADVICE.search(str(given.get(blank, ""))):
            del given[blank]  # a request that argues is not written: a gap asks for a skill
    return given, there


def _lean(words: str | None, longest: tuple[int, int]) -> str | None:
    """Give the words in one line without what would end the sentence; None where there are none."""
    if words is None:
        return None
    line = " ".join(cleaned(words, 4_000).text.translate(_GENTLE).split()).strip(_ENDS)
    if not has_words(line):
        return None
    if _SMALL_FIRST.match(line):
        line = line[0].lower() + line[1:]
    return _cut(line, *longest)


def _cut(line: str, words_most: int, letters_most: int) -> str:
    """Shorten at a word's end, and show where."""
    words = line.removesuffix(_CUT).split(" ")
    if len(words) <= words_most and len(line) <= letters_most:
        return line
    kept = " ".join(words[: max(1, words_most - 1)])
    if len(kept) > letters_most:
        blank = kept.rfind(" ", 0, letters_most + 1)
        kept = kept[: blank if blank > 0 else _letter_end(kept, letters_most)]
    return kept.rstrip(_ENDS) + _CUT


def _letter_end(word: str, most: int) -> int:
    """Find where a word without an end can be cut without taking the mark off a letter."""
    end = most
    while end > 1 and (unicodedata.combining(word[end]) or "\u200d" in word[end - 1 : end + 1]):
        end -= 1
    return end


def _shortened(given: Mapping[Blank, Value], too_many: int) -> dict[Blank, Value]:
    """Take words off the two long facts, most off the longer one, until the note is short."""
    long = {
        blank: said
        for blank in (Blank.ONE_TRUE_THING, Blank.REPAIR)
        if isinstance(said := given.get(blank), str)
    }
    sizes = {blank: len(said.split()) for blank, said in long.items()}
    for _ in range(too_many):
        longest = max(sizes, key=lambda blank: sizes[blank])
        sizes[longest] -= 1
    cut = {blank: _cut(said, sizes[blank], len(said)) for blank, said in long.items()}
    return {**given, **cut}
