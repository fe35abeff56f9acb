"""Drafts of what is written to an employer. They hold no fact that the person did not give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.coaching.drafts.facts import CUT, Facts, Given, There, given, lean, shortened
from bot.coaching.drafts.texts import (
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
from bot.words import ENGLISH, Language, Text, Value, known, t

__all__ = ["Draft", "DraftKind", "Facts", "Gap", "Interviewer", "Voice", "draft", "for_each"]

WORDS_MOST: Final = 119
"""A thank-you stays under 120 words, whatever was typed."""

SEPARATE_NOTES_MOST: Final = VARIANTS * VARIANTS
"""With three ways to say each paragraph, so many notes differ enough; the rest is passed on."""

_A_CROWD: Final = 5
"""From so many people on, only those with something to thank for get a note of their own."""

_NAMES_LONGEST: Final = 16
"""All names in one sentence, in words; with more it says "the people who met me"."""


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
        return _passed_on(voice, facts, (facts.to,))
    return _written(kind, voice, facts, str(kind))


def for_each(
    interviewers: Sequence[Interviewer], facts: Facts, voice: Voice = Voice.PLAIN
) -> tuple[Draft, ...]:
    """Write a thank-you to each person with an address, and one that passes on thanks to the rest.

    Two notes share one sentence at most. The true thing is that of each interviewer; that of the
    facts is used only where there is a single note. What the person wants to add goes to the first
    one who has nothing of their own.
    """
    own, rest = _apart(interviewers)
    thing = facts.one_true_thing if len(own) + bool(rest) <= 1 else None
    repair = facts.repair
    names = [lean(one.name, Blank.TO) for one in own]
    used: set[str] = set()
    notes: list[Draft] = []
    for number, one in enumerate(own):
        has_own = lean(one.repair, Blank.REPAIR) is not None
        added, repair = (one.repair, repair) if has_own else (repair, None)
        theirs = replace(
            facts,
            to=one.name,
            one_true_thing=_unused(one.one_true_thing or thing, Blank.ONE_TRUE_THING, used),
            repair=_unused(added, Blank.REPAIR, used),
        )
        name = names[number]
        person = name if name and names.count(name) == 1 and CUT not in name else number + 1
        alone = len(own) == 1
        notes.append(
            _written(
                DraftKind.THANK_YOU,
                voice,
                theirs,
                DraftKind.THANK_YOU.value,
                variant=number,
                person=None if alone else person,
            )
        )
    if rest or not own:
        things = (
            _unused(said, Blank.ONE_TRUE_THING, used)
            for said in (*(one.one_true_thing for one in rest), thing)
        )
        theirs = replace(
            facts,
            one_true_thing=next((said for said in things if said), None),
            repair=_unused(repair, Blank.REPAIR, used),
        )
        notes.append(_passed_on(voice, theirs, tuple(one.name for one in rest)))
    return tuple(notes)


def _apart(
    interviewers: Sequence[Interviewer],
) -> tuple[list[Interviewer], list[Interviewer]]:
    """Tell who gets a note of their own from those who are thanked through somebody."""
    own: list[Interviewer] = []
    rest: list[Interviewer] = []
    crowd = len(interviewers) >= _A_CROWD
    for one in interviewers:
        real = not crowd or one.in_the_chair or bool(one.one_true_thing)
        if one.has_address and real and len(own) < SEPARATE_NOTES_MOST:
            own.append(one)
        else:
            rest.append(one)
    return own, rest


def _unused(words: str | None, blank: Blank, used: set[str]) -> str | None:
    """Give the words once: the same words in two notes are what people compare."""
    said = lean(words, blank)
    if said is None or said.casefold() in used:
        return None
    used.add(said.casefold())
    return words


def _passed_on(voice: Voice, facts: Facts, people: tuple[str | None, ...]) -> Draft:
    names = tuple(name for one in people if (name := lean(one, Blank.TO)))
    everybody = texts().gaps[Blank.PEOPLE].text(None)
    all_known = 0 < len(names) == len(people)
    few = sum(len(name.split()) for name in names) <= _NAMES_LONGEST
    said: Value = names if all_known and few else everybody
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
    said, there = given(facts)
    if people is not None:
        said[Blank.PEOPLE] = people
    whole = _composed(kind, voice, form, said, there, variant, person)
    too_many = whole.words_in(ENGLISH) - WORDS_MOST
    if too_many <= 0:
        return whole
    return _composed(kind, voice, form, shortened(said, too_many), there, variant, person)


def _composed(
    kind: DraftKind,
    voice: Voice,
    form: Template,
    said: Given,
    there: There,
    variant: int,
    person: str | int | None,
) -> Draft:
    gaps: dict[Blank, Gap] = {}

    def filled(part: str, pattern: str) -> Text:
        values: dict[str, Value] = {}
        for blank in blanks(pattern):
            value = said.get(blank)
            # A note through an agency greets whoever passes it on.
            asked = blank
            if blank is Blank.TO and Flag.THROUGH_AGENCY in there:
                asked, value = Blank.COORDINATOR, said.get(Blank.COORDINATOR)
            what = texts().gaps[asked].text(person)
            if value is None:
                gaps[asked] = Gap(asked.value, what)
                value = t("[{what}]", what=what)
            elif isinstance(value, str) and value.endswith(CUT):
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
