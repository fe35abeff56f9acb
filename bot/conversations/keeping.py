"""What a finished conversation leaves behind, in the form in which the store keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter

from bot.coaching.follow_ups import Event
from bot.coaching.told.interview import Interview
from bot.flows.catalogue import Ending
from bot.flows.debrief import Debrief
from bot.flows.news import News
from bot.store import Added, Happening, Outcome, Record
from bot.words import Card, Language, Text


@dataclass(frozen=True, slots=True)
class StoredLine:
    """One line of a card, in the language in which it was shown."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class StoredCard:
    """One card of a report, in the language in which it was shown."""

    title: str
    lines: tuple[StoredLine, ...]


_CARDS: Final = TypeAdapter(list[StoredCard])
_EVENT: Final = TypeAdapter(Event)
_INTERVIEW: Final = TypeAdapter(Interview)


def kept(ending: Ending, language: Language) -> Outcome | Added | None:
    """Give what the store keeps of a finished conversation, its report in the reader's language."""
    match ending:
        case Debrief(interview, report, happened):
            return Outcome(
                employer=interview.employer or "",
                role=interview.role or "",
                stage=interview.stage or "",
                held_at=happened[0].at if happened else None,
                report={
                    "data": rendered(report.data(), language),
                    "cards": _CARDS.dump_python(
                        [_stored(card, language) for card in report.cards()]
                    ),
                },
                engine=report.engine,
                facts=_INTERVIEW.dump_python(interview, mode="json"),
                place={"country": interview.country, "region": interview.region},
                happenings=tuple(_happening(event) for event in happened),
            )
        case News(application, events):
            return Added(application, tuple(_happening(event) for event in events))
        case None:
            return None


def cards_in(report: Record) -> list[StoredCard]:
    """Give the cards of a report as it was kept."""
    return _CARDS.validate_python(report["cards"])


def event_of(happening: Happening) -> Event:
    """Give the event that a happening was made from."""
    return _EVENT.validate_python(happening.details)


def interview_of(facts: Record) -> Interview:
    """Give the interview that a debrief was about."""
    return _INTERVIEW.validate_python(facts)


def rendered(value: object, language: Language) -> Any:
    """Turn every text in a structure into the reader's language, for JSON."""
    match value:
        case Text():
            return language.say(value)
        case dict():
            return {key: rendered(one, language) for key, one in value.items()}
        case list() | tuple():
            return [rendered(one, language) for one in value]
        case _:
            return value


def _stored(card: Card, language: Language) -> StoredCard:
    lines = (StoredLine(one.role.value, language.say(one.text)) for one in card.lines)
    return StoredCard(language.say(card.title), tuple(lines))


def _happening(event: Event) -> Happening:
    return Happening(event.kind.value, event.at, _EVENT.dump_python(event, mode="json"))
