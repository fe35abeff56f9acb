"""What a person can do with what they told earlier: see, save, correct, export, erase."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import click
from rich.console import Console

from bot.conversations import Refused
from bot.conversations.keeping import StoredCard, StoredLine, cards_in
from bot.flows.replies import Chosen, Reply, Skipped, Withheld, Written
from bot.flows.steps import Choose
from bot.people import Settings
from bot.platforms.plain import markdown
from bot.platforms.terminal.chat import keyboard, talk
from bot.platforms.terminal.checks import country_code, language_tag, zone_name
from bot.platforms.terminal.guest import CannotDo, Guest
from bot.store import DebriefRow
from bot.words import Role, Text, Tone, t


async def list_debriefs(guest: Guest) -> None:
    """List the debriefs, oldest first, each with its number."""
    rows = await _debriefs(guest)
    if not rows:
        _echo(guest, t("There is no debrief yet. Begin one: debrief chat"))
    for number, row in enumerate(rows, 1):
        _echo(guest, t("{number}. {title}", number=number, title=_title(row)))


async def show(guest: Guest, number: int, *, as_markdown: bool) -> None:
    """Show a debrief as it was told."""
    row = await _numbered(guest, number)
    title = guest.language.say(_title(row))
    cards = cards_in(row.report)
    if as_markdown:
        click.echo(markdown(cards, title=title), nl=False)
        return
    click.echo(title)
    for card in cards:
        click.echo(f"\n{card.title}")
        for line in card.lines:
            click.echo(f"- {line.text}" if line.role == Role.ITEM else line.text)


async def correct(guest: Guest, number: int, key: str | None, answer: str | None) -> None:
    """Correct one answer of a debrief; what was read from it is read anew."""
    row = await _numbered(guest, number)
    conversations = guest.conversations()
    given = await conversations.answers(row.conversation, guest.person.id)
    say = guest.language.say
    if key is None:
        for one in given:
            click.echo(f"{one.question.key}: {say(one.question.text)}")
            click.echo(f"    {say(_shown(one.reply))}")
        key = click.prompt(say(t("Which one (the word before the colon)")))
    question = next((one.question for one in given if one.question.key == key), None)
    if question is None:
        raise CannotDo(t("There is no answer {key}. Without --key they are listed.", key=key))
    if answer is None:
        if isinstance(question, Choose):
            click.echo(", ".join(one.name for one in question.options))
        answer = click.prompt(say(t("The new answer")))
    try:
        turn = await conversations.correct(row.conversation, guest.person.id, key, answer)
    except Refused as refused:
        raise CannotDo(refused.text) from refused
    console = Console(highlight=False)
    await talk(conversations, guest.person.id, turn, keyboard(), console, guest.language)


async def erase(guest: Guest, number: int) -> None:
    """Erase one debrief and everything that was told for it."""
    row = await _numbered(guest, number)
    await guest.store.erase_debrief(guest.person.id, row.id)
    _echo(
        guest,
        t(
            "Erased: {title}, and what you told for it. The others are untouched.",
            title=_title(row),
        ),
    )


async def export(guest: Guest, form: str) -> None:
    """Print everything that is kept about the person."""
    if form == "json":
        everything = await guest.store.export(guest.person.id)
        click.echo(json.dumps(everything, ensure_ascii=False, indent=2))
        return
    say = guest.language.say
    pages = [
        markdown(cards_in(row.report), title=say(_title(row))) for row in await _debriefs(guest)
    ]
    cards = [
        *[await _told(guest, one.id) for one in await guest.store.conversations(guest.person.id)],
        *await _happened(guest),
        _card(say(t("Your settings")), [say(one) for one in _chosen(guest.settings)]),
    ]
    pages.append(markdown(cards, title=say(t("What you told, and what is kept about you"))))
    click.echo("\n".join(pages), nl=False)


async def forget(guest: Guest) -> None:
    """Erase everything about the person."""
    await guest.store.erase(guest.person.id)
    _echo(guest, t("Erased: everything about you. Nothing is left in the database."))


async def settings(guest: Guest, changes: Mapping[str, Any]) -> None:
    """Show the settings, or change some of them."""
    checks: Mapping[str, Callable[[Any], Any]] = {
        "zone": zone_name,
        "country": country_code,
        "language": language_tag,
        "tone": Tone,
    }
    checked = {name: checks.get(name, int)(value) for name, value in changes.items()}
    chosen = replace(guest.settings, **checked)
    if changes:
        await guest.store.set_settings(guest.person.id, chosen)
    for text in _chosen(chosen):
        _echo(guest, text)


def _chosen(settings: Settings) -> tuple[Text, ...]:
    nothing = t("not set")
    return (
        t("Tone: {tone}", tone=settings.tone.value),
        t("Your time zone: {zone}", zone=settings.zone or nothing),
        t("Employers are usually in: {country}", country=settings.country or nothing),
        t("Language: {language}", language=settings.language),
        t("Notes asking for news, for one round: {most}", most=settings.most_status_notes),
    )


async def _told(guest: Guest, conversation: str) -> StoredCard:
    say = guest.language.say
    lines: list[StoredLine] = []
    for one in await guest.conversations().answers(conversation, guest.person.id):
        lines.append(StoredLine(Role.PLAIN.value, say(one.question.text)))
        lines.append(StoredLine(Role.QUOTE.value, say(_shown(one.reply))))
    return StoredCard(say(t("What you told")), tuple(lines))


async def _happened(guest: Guest) -> list[StoredCard]:
    say = guest.language.say
    cards = []
    for job in await guest.store.jobs(guest.person.id):
        recorded = await guest.store.happenings(job.id)
        lines = [f"{one.happening.at.isoformat()} {one.happening.kind}" for one in recorded]
        name = ", ".join(part for part in (job.role, job.employer) if part)
        cards.append(_card(say(t("What happened: {job}", job=name or job.id)), lines))
    return cards


def _card(title: str, lines: list[str]) -> StoredCard:
    return StoredCard(title, tuple(StoredLine(Role.ITEM.value, line) for line in lines))


async def _debriefs(guest: Guest) -> tuple[DebriefRow, ...]:
    """Give the debriefs, oldest first, so that each keeps its number when another one comes."""
    return tuple(reversed(await guest.store.debriefs(guest.person.id)))


async def _numbered(guest: Guest, number: int) -> DebriefRow:
    rows = await _debriefs(guest)
    if not 1 <= number <= len(rows):
        raise CannotDo(
            t("There is no debrief {number}. `debrief list` shows which there are.", number=number)
        )
    return rows[number - 1]


def _title(row: DebriefRow) -> Text:
    day = (row.held_at or row.made).date()
    parts = tuple(part for part in (row.role, row.employer, row.stage) if part)
    if not parts:
        return t("Interview of {day}", day=day)
    return t("{what}, {day}", what=", ".join(parts), day=day)


def _shown(reply: Reply) -> Text:
    match reply:
        case Written(text):
            return t("{words}", words=text)
        case Chosen(name):
            return t("{words}", words=name)
        case Skipped():
            return t("(skipped)")
        case Withheld():
            return t("(not kept)")
        case _:
            return t("(that's all)")


def _echo(guest: Guest, text: Text) -> None:
    click.echo(guest.language.say(text))
