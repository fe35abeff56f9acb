"""The conversation for a person at a keyboard: questions with numbers, plain words as commands."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from rich.console import Console

from bot.conversations import Conversations, Refused, Turn, command_in
from bot.flows.steps import Choose, Question, Say, Show, Write
from bot.limits import QUOTE_LONGEST
from bot.platforms.terminal.numbers import named
from bot.platforms.terminal.screen import Screen
from bot.store import Status
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
    *,
    aside: Callable[[], None] = lambda: None,
) -> Status:
    """Hold one conversation until it ends or the person leaves; gives how it stands then.

    What was answered is kept. `aside` is called once, between what is said first and the first
    question.
    """
    screen = _Talk(console, language)
    screen.put_said(turn)
    aside()
    screen.put_question(turn)
    while turn.question is not None:
        typed = await read_line(language.say(_prompt(turn.question)))
        if typed is None:
            screen.tell(t("Kept. We go on from here when you come back."))
            return Status.PAUSED
        if typed.strip().casefold() in ("/help", "help", "?"):
            screen.tell(_HELP)
            continue
        try:
            turn = await _heard(conversations, person, turn, typed, language)
        except Refused as refused:
            screen.tell(refused.text)
            turn = Turn(turn.conversation, (), refused.turn.question, refused.turn.status)
        screen.put_said(turn)
        screen.put_question(turn)
    return turn.status


_HELP: Text = t(
    "Type your answer, or the number of one. At every question you can also type: back, skip, "
    "later (we go on another day), stop. “That's all” ends your story."
)


async def _heard(
    conversations: Conversations, person: str, turn: Turn, typed: str, language: Language
) -> Turn:
    command = command_in(typed, turn.question)
    if command is not None:
        return await conversations.command(turn.conversation, person, command)
    question = turn.question
    assert question is not None
    return await conversations.answer(
        turn.conversation, person, question.key, named(typed, question, language)
    )


def _prompt(question: Question) -> Text:
    match question:
        case Choose():
            return t("Number: ")
        case Write():
            return t("You: ")


class _Talk:
    """Puts a turn on the screen."""

    def __init__(self, console: Console, language: Language) -> None:
        self._screen = Screen(console, language)
        self._language = language

    def put_said(self, turn: Turn) -> None:
        """Put what is said before the question."""
        for step in turn.said:
            match step:
                case Say(text):
                    self.tell(text)
                case Show(cards):
                    for card in cards:
                        self._card(card)

    def put_question(self, turn: Turn) -> None:
        """Put the question with its numbered answers."""
        match turn.question:
            case Choose() as question:
                if question.quote is not None:
                    self._screen.quote(f"“{question.quote[:QUOTE_LONGEST]}”")
                self.tell(question.text)
                put_options(self._screen, question, self._language)
            case Write() as question:
                self.tell(question.text)
            case None:
                pass

    def tell(self, text: Text) -> None:
        """Say something after an empty line."""
        self._screen.put("")
        self._screen.say(text)

    def _card(self, card: Card) -> None:
        self._screen.put("")
        self._screen.put(self._language.say(card.title), style="bold")
        for line in card.lines:
            text = self._language.say(line.text)
            match line.role:
                case Role.QUOTE:
                    self._screen.put("")
                    self._screen.quote(text)
                case Role.ITEM:
                    self._screen.put(f"- {text}")
                case Role.PLAIN | Role.SMALL:
                    self._screen.put(text)


def put_options(screen: Screen, question: Choose, language: Language) -> None:
    """Put the answers that a question has, numbered."""
    for place, option in enumerate(question.options, 1):
        screen.put(f"  {place}. {language.say(option.label)}")


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
