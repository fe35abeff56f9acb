"""Erasing what somebody told: one debrief, what was never finished, or everything."""

from __future__ import annotations

from bot.flows.catalogue import NEWS
from bot.platforms.terminal.chat import keyboard
from bot.platforms.terminal.guest import Guest
from bot.platforms.terminal.history import debrief_of, title, unfinished
from bot.platforms.terminal.screen import Screen, console
from bot.words import Text, t, tn

_LAST_TRACES = t(
    "Erased. Another program still had the file open, so the last traces go when it closes."
)


async def erase(guest: Guest, number: int, *, sure: bool) -> None:
    """Erase one debrief and everything that was told for it.

    Talks about news go as well: an unfinished one begins with the list of the jobs, and of a
    finished one only the empty row is left.
    """
    row = await debrief_of(guest, number)
    name = title(row)
    question = t("Erase “{title}” and everything you told for it?", title=name)
    if not (sure or await _agreed(guest, question)):
        return
    person = guest.person.id
    for talk in await guest.store.conversations(person):
        if talk.flow == NEWS:
            await guest.store.erase_conversation(person, talk.id)
    gone = await guest.store.erase_debrief(person, row.id)
    done = t(
        "Erased: “{title}” and what you told for it. The other debriefs are untouched.", title=name
    )
    _say(guest, done if gone else _LAST_TRACES)


async def erase_unfinished(guest: Guest, *, sure: bool) -> None:
    """Erase every conversation that has not come to its end."""
    talks = await unfinished(guest)
    if not talks:
        _say(guest, t("There is nothing that is not finished."))
        return
    question = tn(
        "Erase what you told in the one that is not finished?",
        "Erase what you told in the {n} that are not finished?",
        len(talks),
    )
    if not (sure or await _agreed(guest, question)):
        return
    gone = [await guest.store.erase_conversation(guest.person.id, one.id) for one in talks]
    done = t("Erased: what was not finished. Your debriefs are untouched.")
    # The last one overwrites what the others left behind too.
    _say(guest, done if gone[-1] else _LAST_TRACES)


async def forget(guest: Guest, *, sure: bool) -> None:
    """Erase everything about the person."""
    question = t("Erase everything about you? It cannot be undone.")
    if not (sure or await _agreed(guest, question)):
        return
    gone = await guest.store.erase(guest.person.id)
    done = t("Erased: everything about you. Nothing is left in the database.")
    _say(guest, done if gone else _LAST_TRACES)


async def _agreed(guest: Guest, question: Text) -> bool:
    _say(guest, question)
    typed = await keyboard()(guest.language.say(t("Yes or no: ")))
    if (typed or "").strip().casefold() in ("y", "yes"):
        return True
    _say(guest, t("Nothing was erased."))
    return False


def _say(guest: Guest, text: Text) -> None:
    Screen(console(), guest.language).say(text)
