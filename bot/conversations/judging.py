"""What was typed or pressed, held against the question: a reply, a command, or a reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.coaching import care
from bot.coaching.care import Level
from bot.conversations.turns import Command
from bot.flows.replies import Chosen, Done, Reply, Withheld, Written
from bot.flows.steps import LATER, Choose, Question, Write
from bot.limits import cleaned, has_words
from bot.words import Language, Text, t, tn


@dataclass(frozen=True, slots=True)
class Fits:
    """A reply that can be kept, and what the person is told beside the next question."""

    reply: Reply
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfit:
    """Something that is no answer here, and the sentence that says so."""

    why: Text


Judged: TypeAlias = Fits | Unfit | Command

_TOO_LONG_TO_MATCH: Final = 200
"""No label is longer; past that, only words of despair are looked for."""


def judged(question: Question, key: str, typed: str, language: Language) -> Judged:
    """Judge what came for the question `key` while `question` is the one that is asked."""
    if key != question.key:
        return Unfit(t("That question is no longer open. This is the one that is asked now:"))
    match question:
        case Choose():
            return _choice(question, typed, language)
        case Write():
            return _words(question, typed)


def done(question: Question) -> Judged:
    """Judge the end of an account in several pieces."""
    if isinstance(question, Write) and question.several:
        return Fits(Done())
    return Unfit(t("There is no account to end here. Answer this one, or skip it:"))


def _choice(question: Choose, typed: str, language: Language) -> Judged:
    wanted = typed.strip().casefold()
    if len(wanted) <= _TOO_LONG_TO_MATCH:
        for option in question.options:
            if wanted in (option.name.casefold(), language.say(option.label).casefold()):
                return Command.LATER if option.name == LATER else Fits(Chosen(option.name))
    if care.level(typed) is Level.DANGER:
        return Fits(Withheld())
    labels = tuple(option.label for option in question.options)
    return Unfit(t("Please choose one of these: {options}.", options=labels))


def _words(question: Write, typed: str) -> Judged:
    kept = cleaned(typed, question.longest)
    if not kept.text:
        return Unfit(t("There was nothing in it to read. Write a few words, or skip this one."))
    level = care.level(kept.text)
    if level is Level.DANGER:
        return Fits(Withheld())
    if not question.several and not has_words(kept.text):
        return Unfit(t("I can only read words. Write a few, or skip this one."))
    notes = []
    if kept.cut:
        notes.append(
            t(
                "That was longer than I can keep. I kept the first {kept} characters, up to "
                "“{last}”, and not the {cut} after them.",
                kept=len(kept.text),
                last=kept.text[-40:].strip(),
                cut=kept.cut,
            )
        )
    if kept.removed:
        notes.append(
            tn(
                "I took out one character that no chat can show.",
                "I took out {n} characters that no chat can show.",
                kept.removed,
            )
        )
    return Fits(Written(kept.text, level.value), tuple(notes))


_PLAIN: Final[Mapping[str, Command]] = {
    "back": Command.BACK,
    "go back": Command.BACK,
    "skip": Command.SKIP,
    "skip this": Command.SKIP,
    "later": Command.LATER,
    "stop": Command.STOP,
    "quit": Command.STOP,
    "exit": Command.STOP,
}
_ENDS: Final = frozenset(
    (
        "thats all",
        "that is all",
        "thats it",
        "that is it",
        "done",
        "finished",
        "the end",
        "no",
        "nope",
    )
)


def command_in(typed: str, question: Question | None) -> Command | None:
    """Find a command in a line typed in a chat: a plain word or a slash word, and nothing else.

    "that's all" ends an account of several pieces, and is an answer everywhere else.
    """
    plain = re.sub(r"[^\w /]", "", typed.strip().casefold()).strip()
    ends = isinstance(question, Write) and question.several
    if plain.startswith("/"):
        name = plain[1:].strip()
        if name == "done":
            return Command.DONE
        return _PLAIN.get(name)
    if ends and plain in _ENDS:
        return Command.DONE
    if isinstance(question, Choose) and any(plain == one.name for one in question.options):
        return None
    return _PLAIN.get(plain)
