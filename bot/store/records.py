"""What travels between the store and the rest of the house."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.store.sealing import Record


class Status(StrEnum):
    """Where a conversation stands."""

    OPEN = "open"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


class By(StrEnum):
    """Who gave an answer."""

    PERSON = "person"
    HOUSE = "house"
    """Looked up by the program and stored, so that a replay finds the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, in the order in which they came."""

    place: int
    key: str
    value: str
    by: By = By.PERSON


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as it stood at one version."""

    id: str
    person: str
    flow: str
    context: Record
    status: Status
    version: int
    answers: tuple[Answer, ...]
    created: datetime
    changed: datetime
    interview: str | None = None
    """The interview that it is about, once there is one."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a platform delivered: handled once, however often it comes."""

    platform: str
    bot: str
    id: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened around an application: a note sent, a reply, a promised day."""

    kind: str
    at: datetime
    details: Record = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A happening as it is kept."""

    id: str
    happening: Happening
    recorded: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a finished debrief leaves behind."""

    employer: str
    role: str
    stage: str
    held_at: datetime | None
    report: Record
    engine: str
    """What read the account."""
    facts: Record = field(default_factory=dict)
    place: Record = field(default_factory=dict)
    """The employer's country, region and zone, as far as known."""
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What a finished talk about an earlier job adds to it."""

    application: str
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One application: a job at an employer."""

    id: str
    person: str
    employer: str
    role: str
    place: Record
    closed: datetime | None
    """Since when nothing more is to be said about it."""


@dataclass(frozen=True, slots=True)
class DebriefRow:
    """A debrief as it is kept."""

    id: str
    person: str
    application: str
    interview: str
    conversation: str
    employer: str
    role: str
    stage: str
    held_at: datetime | None
    made: datetime
    engine: str
    facts: Record
    report: Record
