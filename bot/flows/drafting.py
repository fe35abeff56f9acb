"""Drafts, offered and written with the person: never sent, never with a fact they did not give."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coaching.drafts import Draft, DraftKind, Facts, Interviewer, Voice, draft, for_each
from bot.coaching.follow_ups import Plan
from bot.coaching.interview import Interview
from bot.coaching.outcomes import Outcome
from bot.coaching.temper import temper
from bot.flows.steps import Flow, Option, choose, say, show
from bot.flows.telling import Ended, tell
from bot.words import Card, Line, Role, Text, t

_THANKED_MOST: Final = 5
"""People who get a note of their own; more are thanked through the coordinator (rule F2)."""

_NAMES: Final[dict[DraftKind, Text]] = {
    DraftKind.THANK_YOU: t("A thank-you note"),
    DraftKind.STATUS_NOTE: t("A note asking for news"),
    DraftKind.FEEDBACK_REQUEST: t("A request for feedback"),
    DraftKind.GRACIOUS_REPLY: t("A reply to their no"),
    DraftKind.WITHDRAWAL: t("A note that you withdraw"),
    DraftKind.OFFER_ACKNOWLEDGEMENT: t("A reply to the offer"),
    DraftKind.RECHECK: t("A note to ask again later"),
}
_VOICES: Final = (
    Option(Voice.WARM.value, t("Warm")),
    Option(Voice.PLAIN.value, t("Plain")),
    Option(Voice.FORMAL.value, t("Formal")),
)


def drafting(interview: Interview, outcome: Outcome | None, due: Plan, *, most: int) -> Flow[None]:
    """Offer the drafts that fit where things stand, at most `most` of them."""
    kinds = fitting(outcome, due)
    for number in range(1, most + 1):
        options = [
            *(Option(kind.value, _NAMES[kind]) for kind in kinds),
            Option("own", t("Look over something I wrote")),
            Option("none", t("No, thank you")),
        ]
        question = (
            t("Shall we write something together? I never send anything.")
            if number == 1
            else t("Anything else to write?")
        )
        wish = yield from choose(f"draft.{number}", question, tuple(options))
        if wish is None or wish == "none":
            return
        if wish == "own":
            yield from _look_over(number, interview, kinds)
        else:
            yield from _write(number, DraftKind(wish), interview)


def fitting(outcome: Outcome | None, due: Plan) -> tuple[DraftKind, ...]:
    """Name the drafts that make sense now."""
    match outcome:
        case Outcome.NO:
            return (DraftKind.GRACIOUS_REPLY, DraftKind.FEEDBACK_REQUEST)
        case Outcome.OFFER:
            return (DraftKind.OFFER_ACKNOWLEDGEMENT, DraftKind.WITHDRAWAL)
        case Outcome.WITHDREW:
            return (DraftKind.WITHDRAWAL,)
        case Outcome.ON_HOLD:
            return (DraftKind.RECHECK,)
        case Outcome.NEXT_ROUND:
            return (DraftKind.THANK_YOU,)
        case _:
            planned = {one.kind.value for one in due.due}
            return tuple(
                kind
                for kind in (DraftKind.THANK_YOU, DraftKind.STATUS_NOTE)
                if kind.value in planned
            ) or (DraftKind.THANK_YOU,)


def _write(number: int, kind: DraftKind, interview: Interview) -> Flow[None]:
    chosen = yield from choose(f"draft.{number}.voice", t("In which tone?"), _VOICES)
    voice = Voice(chosen) if chosen else Voice.PLAIN
    facts = Facts(employer=interview.employer, role=interview.role, interview_day=interview.held_on)
    if kind is DraftKind.THANK_YOU:
        yield from _thank(number, voice, facts)
        return
    to = yield from tell(f"draft.{number}.to", t("Who is it to? A name, or skip."))
    facts = replace(facts, to=_given(to))
    if kind is DraftKind.GRACIOUS_REPLY:
        thing = yield from tell(
            f"draft.{number}.thing", t("One true thing you liked there, in a few words? Or skip.")
        )
        facts = replace(facts, one_true_thing=_given(thing))
    if kind is DraftKind.FEEDBACK_REQUEST:
        skill = yield from tell(
            f"draft.{number}.skill",
            t("Which skill or example do you want their advice on? Or skip."),
        )
        if isinstance(skill, str):
            facts = replace(facts, skills_to_ask_about=(skill,))
    yield from show(draft_card(draft(kind, voice, facts)))


def _thank(number: int, voice: Voice, facts: Facts) -> Flow[None]:
    """Write a thank-you to each interviewer, with one true thing of each."""
    words = yield from tell(
        f"draft.{number}.to",
        t("Who spoke with you? One name, or several with a comma between them. Or skip."),
    )
    people = []
    for place, name in enumerate(_names(words), 1):
        thing = yield from tell(
            f"draft.{number}.thing.{place}",
            t("One true thing you talked about with {name}, in a few words?", name=name)
            if name
            else t("One true thing you talked about there, in a few words?"),
        )
        people.append(Interviewer(name=name, one_true_thing=_given(thing)))
    repair = yield from tell(
        f"draft.{number}.repair",
        t("Anything you left out and want to add, in one sentence? Or skip."),
    )
    facts = replace(facts, repair=_given(repair))
    yield from show(*(draft_card(one) for one in for_each(people, facts, voice)))


def _names(words: str | Ended) -> list[str | None]:
    if isinstance(words, Ended):
        return [None]
    names = [name.strip() for name in re.split(r",|\n|;|\band\b|&", words)]
    return [name[:60] for name in names if name][:_THANKED_MOST] or [None]


def draft_card(written: Draft) -> Card:
    """Lay a draft out to be read and copied."""
    lines = [
        Line(t("Subject: {subject}", subject=written.subject)),
        *(Line(paragraph, Role.QUOTE) for paragraph in written.paragraphs),
    ]
    if written.gaps:
        lines.append(
            Line(
                t("Still to fill in: {gaps}.", gaps=tuple(gap.what for gap in written.gaps)),
                Role.SMALL,
            )
        )
    lines.append(Line(t("Change what is not yours. You send it, or you do not."), Role.SMALL))
    return Card(t("A draft"), tuple(lines))


def _look_over(number: int, interview: Interview, kinds: tuple[DraftKind, ...]) -> Flow[None]:
    words = yield from tell(f"draft.{number}.own", t("Put it here, as you wrote it."))
    if isinstance(words, Ended):
        return
    if not temper(words).angry:
        yield from say(
            t(
                "I see nothing in it that would close a door. Read it once more tomorrow if you "
                "can, and keep it short."
            )
        )
        return
    yield from say(
        t(
            "There is anger in this, and there may be good reason for it. Once sent, it cannot be "
            "taken back. Let it lie for 24 hours. Sending nothing is also an answer."
        )
    )
    facts = Facts(employer=interview.employer, role=interview.role, interview_day=interview.held_on)
    yield from say(t("If you want to write after all, here is a calmer one:"))
    yield from show(draft_card(draft(kinds[0], Voice.PLAIN, facts)))


def _given(words: str | Ended) -> str | None:
    return words if isinstance(words, str) else None
