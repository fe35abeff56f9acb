"""The conversation for a person at a keyboard: questions with numbers, plain words as commands."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from bot.conversations import Conversations, Refused, Turn, command_in
from bot.flows.steps import Choose, Question, Say, Show, Write
from bot.limits import QUOTE_LONGEST
from bot.words import Card, Language, Role, Text, t

ReadLine: TypeAlias = Callable[[str], Awaitable[str | None]]
"""Shows a prompt and gives what was typed; None when the input has ended."""


async def talk(
    conversations: Conversations,
    person: str,
    turn: Turn,
    read_line: ReadLine,
    console: Console,
    language: Language,
) -> None:
    """Hold one conversation until it ends or the person leaves; what was answered is kept."""
    screen = _Screen(console, language)
    screen.put_turn(turn)
    while turn.question is not None:
        typed = await read_line(language.say(_prompt(turn.question)))
        if typed is None:
            screen.say(t("Kept. We go on from here when you come back."))
            return
        if typed.strip().casefold() in ("/help", "help", "?"):
            screen.say(_HELP)
            continue
        try:
            turn = await _heard(conversations, person, turn, typed)
        except Refused as refused:
            screen.say(refused.text)
            turn = Turn(turn.conversation, (), refused.turn.question, refused.turn.status)
        screen.put_turn(turn)


_HELP: Text = t(
    "Type your answer, or the number of one. At every question you can also type: back, skip, "
    "later (we go on another day), stop. “That's all” ends your story."
)


async def _heard(conversations: Conversations, person: str, turn: Turn, typed: str) -> Turn:
    command = command_in(typed, turn.question)
    if command is not None:
        return await conversations.command(turn.conversation, person, command)
    question = turn.question
    assert question is not None
    return await conversations.answer(
        turn.conversation, person, question.key, _numbered(typed, question)
    )


def _numbered(typed: str, question: Question) -> str:
    """Read "2" as the second option."""
    if isinstance(question, Choose) and typed.strip().rstrip(".").isdecimal():
        place = int(typed.strip().rstrip("."))
        if 1 <= place <= len(question.options):
            return question.options[place - 1].name
    return typed


def _prompt(question: Question) -> Text:
    match question:
        case Choose():
            return t("Number: ")
        case Write():
            return t("You: ")


class _Screen:
    """Puts a turn on the screen: no boxes, nothing told by colour alone."""

    def __init__(self, console: Console, language: Language) -> None:
        self._console = console
        self._language = language

    def put_turn(self, turn: Turn) -> None:
        for step in turn.said:
            match step:
                case Say(text):
                    self.say(text)
                case Show(cards):
                    for card in cards:
                        self._card(card)
        match turn.question:
            case Choose() as question:
                if question.quote is not None:
                    self._quote(question.quote[:QUOTE_LONGEST])
                self.say(question.text)
                for place, option in enumerate(question.options, 1):
                    self._print(f"  {place}. {self._language.say(option.label)}")
            case Write() as question:
                self.say(question.text)
            case None:
                pass

    def say(self, text: Text) -> None:
        self._print("")
        self._print(self._language.say(text))

    def _card(self, card: Card) -> None:
        self._print("")
        self._console.print(f"[bold]{escape(self._language.say(card.title))}[/bold]")
        for line in card.lines:
            text = self._language.say(line.text)
            match line.role:
                case Role.QUOTE:
                    self._print("")
                    self._quote(text, marks=False)
                case Role.ITEM:
                    self._print(f"- {text}")
                case Role.PLAIN | Role.SMALL:
                    self._print(text)

    def _quote(self, words: str, *, marks: bool = True) -> None:
        shown = f"“{words}”" if marks else words
        self._console.print(Padding(escape(shown), (0, 0, 0, 4)), style="italic", highlight=False)

    def _print(self, text: str) -> None:
        self._console.print(text, markup=False, highlight=False)


def keyboard() -> ReadLine:
    """Read from the keyboard with editing and paste, or from a pipe line by line."""
    if not sys.stdin.isatty():
        return _piped
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession()

    async def read_line(prompt: str) -> str | None:
        try:
            return await session.prompt_async(prompt)
        except (EOFError, KeyboardInterrupt):
            return None

    return read_line


async def _piped(_prompt: str) -> str | None:
    import asyncio

    line = await asyncio.to_thread(sys.stdin.readline)
    return line.rstrip("\n") if line else None
