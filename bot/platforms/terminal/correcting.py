"""Correcting one answer of a debrief: which one, the new answer, and what follows from it."""

from __future__ import annotations

import sys

from bot.conversations import Given, Refused, command_in
from bot.flows.steps import Choose, Question
from bot.platforms.terminal.chat import ReadLine, keyboard, put_options, talk
from bot.platforms.terminal.guest import CannotDo, Guest
from bot.platforms.terminal.history import debrief_of, shown
from bot.platforms.terminal.numbers import named, place_in
from bot.platforms.terminal.screen import Screen, console
from bot.words import t

_ASIDE = frozenset({"fits", "strike", "why", "draft", "rights", "safe", "call", "pause"})
"""The first words of the keys of what is asked about the report and around it."""


async def correct(guest: Guest, number: int, key: str | None) -> None:
    """Correct one answer of a debrief; what was read from it is read anew.

    On a pipe each line is an answer: with `key`, the first one is the new answer.
    """
    row = await debrief_of(guest, number)
    conversations = guest.conversations()
    paper = console()
    screen = Screen(paper, guest.language)
    read_line = keyboard()
    say = guest.language.say
    given = await conversations.answers(row.conversation, guest.person.id)
    if key is None:
        question = await _which(given, screen, read_line, guest)
    else:
        question = next((one.question for one in given if one.question.key == key), None)
        if question is None:
            raise CannotDo(t("There is no answer {key}. Without --key they are listed.", key=key))
    if question is None:
        screen.say(t("Nothing was changed."))
        return
    asked = key is None or sys.stdin.isatty()
    if asked:
        _ask(question, screen, guest)
    turn = None
    while turn is None:
        typed = await read_line(say(t("The new answer: ")))
        if _is_none(typed, question):
            screen.say(t("Nothing was changed."))
            return
        answer = named(typed or "", question, guest.language)
        try:
            turn = await conversations.correct(
                row.conversation, guest.person.id, question.key, answer
            )
        except Refused as refused:
            if not asked:
                raise CannotDo(refused.text) from refused
            screen.say(refused.text)
    await talk(conversations, guest.person.id, turn, read_line, paper, guest.language)


def _is_none(typed: str | None, question: Question | None) -> bool:
    """Tell whether what was typed leaves everything as it is."""
    return typed is None or not typed.strip() or command_in(typed, question) is not None


async def _which(
    given: tuple[Given, ...], screen: Screen, read_line: ReadLine, guest: Guest
) -> Question | None:
    """Ask which answer; None where there is none to choose, or none was chosen."""
    ours = [one for one in given if one.question.key.split(".")[0] not in _ASIDE]
    for place, one in enumerate(ours, 1):
        screen.put(f"{place}. {guest.language.say(one.question.text)}")
        screen.quote(guest.language.say(shown(one)))
    while ours:
        screen.put("")
        screen.say(t("Which one? Type its number, or nothing to leave all as it is."))
        typed = await read_line(guest.language.say(t("Number: ")))
        if _is_none(typed, None):
            return None
        place = place_in(typed or "", len(ours)) or 0
        if place:
            return ours[place - 1].question
        screen.say(t("That is none of the numbers here."))
    return None


def _ask(question: Question, screen: Screen, guest: Guest) -> None:
    screen.put("")
    screen.say(question.text)
    if isinstance(question, Choose):
        put_options(screen, question, guest.language)
