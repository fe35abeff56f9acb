"""Drafts, offered and written with the person: never sent, never with a fact they did not give."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from bot.coaching.drafts import Draft, DraftKind, Facts, Interviewer, Voice, draft, for_each
from bot.coaching.follow_ups import (
    Allowed,
    Employer,
    Event,
    FollowUpKind,
    Refused,
    allowed,
)
from bot.coaching.interview import Interview
from bot.coaching.outcomes import Outcome
from bot.coaching.temper import CHOICES, Choice, calmer, temper
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


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk when something is written: the job, what happened, the hour."""

    interview: Interview
    employer: Employer
    events: tuple[Event, ...]
    now: datetime
    most_status_notes: Literal[1, 2]


def drafting(desk: Desk, outcome: Outcome | None, *, most: int) -> Flow[bool]:
    """Offer the drafts that fit where things stand, at most `most` of them.

    Gives whether the person raised the cap on notes that ask for news.
    """
    kinds = fitting(outcome)
    raised = False
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
            break
        if wish == "own":
            yield from _look_over(number, desk.interview, kinds)
            continue
        kind = DraftKind(wish)
        cap = 2 if raised else desk.most_status_notes
        verdict = _verdict(kind, desk, cap)
        if isinstance(verdict, Refused):
            lifted = yield from _refuse(number, verdict)
            if not lifted:
                continue
            raised = True
            verdict = _verdict(kind, desk, 2)
            if isinstance(verdict, Refused):
                yield from say(verdict.reason)
                continue
        if verdict is not None and verdict.caution is not None:
            yield from say(verdict.caution)
        if verdict is not None and verdict.at > desk.now:
            yield from say(t("The best time to send it: {day}.", day=verdict.at))
        yield from _write(number, kind, desk.interview)
    return raised


_RULED: Final[dict[DraftKind, FollowUpKind]] = {
    DraftKind.THANK_YOU: FollowUpKind.THANK_YOU,
    DraftKind.STATUS_NOTE: FollowUpKind.STATUS_NOTE,
    DraftKind.FEEDBACK_REQUEST: FollowUpKind.FEEDBACK_REQUEST,
    DraftKind.GRACIOUS_REPLY: FollowUpKind.GRACIOUS_REPLY,
    DraftKind.RECHECK: FollowUpKind.RECHECK,
}


def _verdict(kind: DraftKind, desk: Desk, cap: Literal[1, 2]) -> Allowed | Refused | None:
    ruled = _RULED.get(kind)
    if ruled is None:
        return None
    return allowed(ruled, desk.events, desk.employer, now=desk.now, most_status_notes=cap)


def _refuse(number: int, refused: Refused) -> Flow[bool]:
    """Say why not; gives whether the person raised the cap where that is what stands in the way."""
    yield from say(refused.reason)
    if refused.offer is not None:
        yield from say(refused.offer)
    if not refused.raise_cap:
        return False
    wish = yield from choose(
        f"draft.{number}.raise",
        t("One note is the usual. You can allow yourself two, never more."),
        (
            Option("one", t("Leave it at one")),
            Option("two", t("Allow two")),
        ),
    )
    return wish == "two"


def fitting(outcome: Outcome | None) -> tuple[DraftKind, ...]:
    """Name the drafts that can make sense; the rules say which of them may go out now."""
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
            return (DraftKind.THANK_YOU, DraftKind.STATUS_NOTE, DraftKind.WITHDRAWAL)


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
    found = temper(words)
    if not found.held:
        yield from say(
            t(
                "I found no words in it that may close a door; I can miss some. Read it once more "
                "tomorrow if you can, and keep it short."
            )
        )
        return
    for said in found.said():
        yield from say(said)
    yield from say(t("Once sent, it cannot be taken back. Let it lie for 24 hours."))
    options = tuple(Option(choice.value, label) for choice, label in CHOICES.items())
    wish = yield from choose(f"draft.{number}.calm", t("What would you like?"), options)
    if wish == Choice.CALMER:
        facts = Facts(
            employer=interview.employer, role=interview.role, interview_day=interview.held_on
        )
        kind = DraftKind.STATUS_NOTE if DraftKind.STATUS_NOTE in kinds else kinds[0]
        yield from show(draft_card(calmer(words, kind, facts)))


def _given(words: str | Ended) -> str | None:
    return words if isinstance(words, str) else None
