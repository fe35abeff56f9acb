"""Drafts, offered and written with the person: never sent, never with a fact they did not give."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from bot.coaching.drafts import Draft, DraftKind, Facts, Interviewer, Voice, draft, for_each
from bot.coaching.drafts.temper import CHOICES, Choice, calmer, temper
from bot.coaching.follow_ups import (
    Allowed,
    Employer,
    Event,
    FollowUpKind,
    Kind,
    Refused,
    allowed,
)
from bot.coaching.told.interview import Interview
from bot.coaching.told.outcomes import Outcome
from bot.flows.steps import Flow, Option, choose, say, show
from bot.flows.telling import Ended, tell
from bot.words import Card, Line, Role, Text, t

_ASKED_MOST: Final = 5
"""People for whom one true thing is asked; the rest are thanked through others (rule F2)."""
_NAMED_MOST: Final = 12
_LATE_AFTER: Final = 3
"""Days after which a thank-you says that it is late (rule F1)."""

_NAMES: Final[dict[DraftKind, Text]] = {
    DraftKind.THANK_YOU: t("A thank-you note"),
    DraftKind.STATUS_NOTE: t("A note asking for news"),
    DraftKind.FEEDBACK_REQUEST: t("A request for feedback"),
    DraftKind.GRACIOUS_REPLY: t("A reply to their no"),
    DraftKind.WITHDRAWAL: t("A note that you withdraw"),
    DraftKind.OFFER_ACKNOWLEDGEMENT: t("A reply to the offer"),
    DraftKind.RECHECK: t("A note to ask again later"),
    DraftKind.THANKS_FOR_FEEDBACK: t("Thanks for their feedback"),
    DraftKind.COMPETING_OFFER: t("A note that you have another offer"),
    DraftKind.APOLOGY_FOR_CONTACT: t("One line of apology"),
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
    kinds = fitting(outcome, desk.events)
    written: set[DraftKind] = set()
    raised = False
    for number in range(1, most + 1):
        options = [
            *(Option(kind.value, _NAMES[kind]) for kind in kinds if kind not in written),
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
            yield from _look_over(number, desk, kinds)
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
        written.add(kind)
        again = kind is DraftKind.STATUS_NOTE and any(
            event.kind is Kind.STATUS_NOTE_SENT for event in desk.events
        )
        yield from _write(number, DraftKind.LAST_STATUS_NOTE if again else kind, desk)
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


def fitting(outcome: Outcome | None, events: tuple[Event, ...]) -> tuple[DraftKind, ...]:
    """Name the drafts that can make sense; the rules say which of them may go out now."""
    happened = {event.kind for event in events}
    if Kind.FEEDBACK_RECEIVED in happened:
        return (DraftKind.THANKS_FOR_FEEDBACK,)
    if Kind.COMPETING_OFFER in happened:
        return (DraftKind.COMPETING_OFFER, DraftKind.WITHDRAWAL)
    if Kind.CONTACT_UNWELCOME in happened:
        return (DraftKind.APOLOGY_FOR_CONTACT,)
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
        case Outcome.NO_CONTACT:
            return ()
        case Outcome.WAITING | None:
            thanks = () if Kind.THANK_YOU_SENT in happened else (DraftKind.THANK_YOU,)
            return (*thanks, DraftKind.STATUS_NOTE, DraftKind.WITHDRAWAL)


def _facts(desk: Desk) -> Facts:
    interview = desk.interview
    promised = [event.day for event in desk.events if event.kind is Kind.PROMISED_DATE_GIVEN]
    rejected = [event.at for event in desk.events if event.kind is Kind.REJECTION]
    days = interview.days_since(desk.now.astimezone(desk.employer.clock).date())
    return Facts(
        employer=interview.employer,
        role=interview.role,
        interview_day=interview.held_on,
        promised_day=promised[-1] if promised else None,
        rejected_day=rejected[-1].date() if rejected else None,
        late=days is not None and days > _LATE_AFTER,
        through_agency=any(event.through_agency for event in desk.events),
    )


def _write(number: int, kind: DraftKind, desk: Desk) -> Flow[None]:
    key = f"draft.{number}"
    chosen = yield from choose(f"{key}.voice", t("In which tone?"), _VOICES)
    voice = Voice(chosen) if chosen else Voice.PLAIN
    facts = _facts(desk)
    if kind is DraftKind.THANK_YOU:
        yield from _thank(key, voice, facts)
        return
    to = yield from tell(f"{key}.to", t("Who is it to? A name, or skip."))
    facts = replace(facts, to=_name(_given(to)))
    if kind is DraftKind.GRACIOUS_REPLY:
        thing = yield from tell(
            f"{key}.liked", t("One true thing you liked there, in a few words? Or skip.")
        )
        facts = replace(facts, one_true_thing=_given(thing))
    if kind is DraftKind.FEEDBACK_REQUEST:
        skill = yield from tell(
            f"{key}.skill", t("Which skill or example do you want their advice on? Or skip.")
        )
        if isinstance(skill, str):
            facts = replace(facts, skills_to_ask_about=(skill,))
    yield from show(draft_card(draft(kind, voice, facts)))


def _thank(key: str, voice: Voice, facts: Facts) -> Flow[None]:
    """Write a thank-you to each interviewer, with one true thing of each."""
    words = yield from tell(
        f"{key}.who",
        t("Who spoke with you? One name, or several with a comma between them. Or skip."),
    )
    people = []
    for place, name in enumerate(_names(words), 1):
        thing: str | Ended = Ended.SKIPPED
        if place <= _ASKED_MOST:
            thing = yield from tell(
                f"{key}.thing.{place}",
                t("One true thing you talked about with {name}, in a few words?", name=name)
                if name
                else t("One true thing you talked about there, in a few words?"),
            )
        people.append(Interviewer(name=name, one_true_thing=_given(thing)))
    repair = yield from tell(
        f"{key}.repair",
        t("Anything you left out and want to add, in one sentence? Or skip."),
    )
    facts = replace(facts, repair=_given(repair), nothing_to_add=isinstance(repair, Ended))
    yield from show(*(draft_card(one) for one in for_each(people, facts, voice)))


def _names(words: str | Ended) -> list[str | None]:
    if isinstance(words, Ended):
        return [None]
    names = [_name(part) for part in re.split(r",|\n|;|\band\b|&", words)]
    known: list[str | None] = list(dict.fromkeys(name for name in names if name))
    return known[:_NAMED_MOST] or [None]


_NAME: Final = re.compile(r"(?:[^\W\d_][\w'’.-]*)(?: [^\W\d_][\w'’.-]*){0,3}")
_NO_NAME: Final = re.compile(
    r"\b(?:i|we|they|it|she|he|was|is|my|our|their|the|an?|boss|lady|man|woman|ceo|cto|lead|no|not|nobody|none|don['’]?t|dont|know|remember|forgot|sorry|sure|idea|skip"
    r"|someone|somebody|people|manager|hr)\b",
    re.IGNORECASE,
)


def _name(words: str | None) -> str | None:
    """Give a name that can stand in a greeting; a sentence about not knowing it is none."""
    if words is None:
        return None
    called = re.sub(r"^.*\b(?:called|named|name was|name is) ", "", " ".join(words.split()))
    wanted = re.split(r" ?\(| - | – ", called)[0].strip()
    if len(wanted) > 60 or not _NAME.fullmatch(wanted) or _NO_NAME.search(wanted):
        return None
    return wanted


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


def _look_over(number: int, desk: Desk, kinds: tuple[DraftKind, ...]) -> Flow[None]:
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
    options = tuple(
        Option(choice.value, label)
        for choice, label in CHOICES.items()
        if kinds or choice is not Choice.CALMER
    )
    wish = yield from choose(f"draft.{number}.calm", t("What would you like?"), options)
    if wish == Choice.CALMER:
        kind = DraftKind.STATUS_NOTE if DraftKind.STATUS_NOTE in kinds else kinds[0]
        yield from show(draft_card(calmer(words, kind, _facts(desk))))


def _given(words: str | Ended) -> str | None:
    return words if isinstance(words, str) else None
