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
from bot.flows.steps import LATER, Choose, Option, Question, Write
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

CLOSED: Final = Unfit(t("That question is no longer open. This is the one that is asked now:"))
"""What is said to an answer, or a command, that was meant for another question."""

_NOT_SURE: Final = "not_sure"
_UNSURE: Final = frozenset(
    (
        "idk",
        "i dont know",
        "i do not know",
        "dont know",
        "do not know",
        "dunno",
        "i dunno",
        "no idea",
        "unsure",
        "im not sure",
        "i am not sure",
    )
)
"""How people say that they do not know, without apostrophes."""

_COUNTRIES: Final[Mapping[str, str]] = {
    "uk": "GB",
    "the uk": "GB",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "usa": "US",
    "the us": "US",
    "the usa": "US",
    "america": "US",
    "united states of america": "US",
}
"""Names of countries that are on no label."""

_TOO_LONG_TO_MATCH: Final = 200
"""No label is longer; past that, only words of despair are looked for."""


def judged(question: Question, key: str, typed: str, language: Language) -> Judged:
    """Judge what came for the question `key` while `question` is the one that is asked."""
    if key != question.key:
        return CLOSED
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
    if (option := option_in(typed, question, language)) is not None:
        return Command.LATER if option.name == LATER else Fits(Chosen(option.name))
    if care.level(typed) is Level.DANGER:
        return Fits(Withheld())
    return Unfit(t("That is none of the answers here. Choose one of these, or skip it:"))


def option_in(typed: str, question: Choose, language: Language) -> Option | None:
    """Find the option that was meant: by its name, or by what is on its label."""
    wanted = typed.strip().casefold()
    for option in question.options:
        if wanted == option.name.casefold():
            return option
    return labelled(typed, question, language)


def labelled(typed: str, question: Choose, language: Language) -> Option | None:
    """Find the option on whose label this is: all of it, or the beginning of one label alone."""
    if len(typed) > _TOO_LONG_TO_MATCH:
        return None
    words = _plain(typed)
    if not words:
        return None
    labels = [(option, _plain(language.say(option.label))) for option in question.options]
    for option, label in labels:
        if words == label:
            return option
    meant = _NOT_SURE if words in _UNSURE else _COUNTRIES.get(words)
    for option, _ in labels:
        if option.name == meant:
            return option
    # By whole words first: "no" means "No, thank you" more than "Not yet".
    begun = [option for option, label in labels if label.startswith(f"{words} ")]
    if not begun and len(words) > 1:
        begun = [option for option, label in labels if label.startswith(words)]
    return begun[0] if len(begun) == 1 else None


def _plain(typed: str) -> str:
    """Give the words alone: small letters, no punctuation, one space between two."""
    return " ".join(re.sub(r"[^\w\s]", "", typed.casefold()).split())


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
        "end",
        "that was all",
        "that was it",
        "thats everything",
        "that is everything",
        "that was everything",
        "nothing more",
        "nothing else",
        "nothing to add",
        "no more",
        "im done",
        "i am done",
        "im finished",
        "i am finished",
        "all done",
    )
)


def command_in(typed: str, question: Question | None) -> Command | None:
    """Find a command in a line typed in a chat: a plain word or a slash word, and nothing else.

    "that's all" ends an account of several pieces, and is an answer everywhere else.
    """
    plain = " ".join(re.sub(r"[^\w\s/]", "", typed.casefold()).split())
    ends = isinstance(question, Write) and question.several
    if plain.startswith("/"):
        name = plain[1:].strip()
        if name == "done":
            return Command.DONE
        return _PLAIN.get(name)
    if ends and (plain in _ENDS or plain.removeprefix("no ") in _ENDS):
        return Command.DONE
    if isinstance(question, Choose) and any(plain == one.name for one in question.options):
        return None
    return _PLAIN.get(plain)
