"""What a platform gets back for an event: a turn to show, or a refusal with a clear sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.flows.replies import Reply
from bot.flows.steps import Question, Say, Show
from bot.store import Status
from bot.words import ENGLISH, Text


class Command(StrEnum):
    """What can be done at every question instead of answering it."""

    BACK = "back"
    SKIP = "skip"
    DONE = "done"
    LATER = "later"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person sees next: what is said, and the question, if one is asked."""

    conversation: str
    said: tuple[Say | Show, ...]
    question: Question | None
    status: Status


@dataclass(frozen=True, slots=True)
class Given:
    """An answer beside the question that it answered."""

    question: Question
    reply: Reply


class Refused(Exception):
    """Something that was not kept: `text` says why, `turn` is what is asked now."""

    def __init__(self, text: Text, turn: Turn) -> None:
        super().__init__(ENGLISH.say(text))
        self.text = text
        self.turn = turn


class NotYours(Exception):
    """The conversation belongs to somebody else."""
