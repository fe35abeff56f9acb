"""What a person can see of what they told earlier: the list, one debrief, everything."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import click

from bot.conversations import Given
from bot.conversations.keeping import StoredCard, StoredLine, cards_in
from bot.flows.catalogue import NEWS
from bot.flows.replies import Chosen, Skipped, Withheld, Written
from bot.flows.steps import Choose
from bot.people import Purpose, Settings, agreed_to_model, model_wording
from bot.platforms.plain import markdown
from bot.platforms.terminal.checks import country_code, language_tag, zone_name
from bot.platforms.terminal.fitting import fitted
from bot.platforms.terminal.guest import CannotDo, Guest
from bot.platforms.terminal.here import machine_zone, program
from bot.platforms.terminal.screen import Screen, console
from bot.store import Conversation, DebriefRow, Status
from bot.words import Role, Text, Tone, t


async def list_debriefs(guest: Guest) -> None:
    """List the debriefs, oldest first, each with its number, then what was never finished."""
    rows, talks = await _debriefs(guest), await unfinished(guest)
    if not rows and not talks:
        _say(guest, t("There is no debrief yet. Begin one: {debrief} chat", debrief=program()))
    for number, row in enumerate(rows, 1):
        _say(guest, t("{number}. {title}", number=number, title=title(row)))
    zone = _zone(guest)
    for talk in talks:
        day = talk.created.astimezone(zone).date()
        if talk.flow == NEWS:
            _say(guest, t("News, not finished, begun {day}", day=day))
        else:
            _say(guest, t("Not finished, begun {day}", day=day))


async def unfinished(guest: Guest) -> tuple[Conversation, ...]:
    """Give what is open, paused or stopped, but for debriefs that are being corrected."""
    debriefed = {row.conversation for row in await guest.store.debriefs(guest.person.id)}
    return tuple(
        one
        for one in await guest.store.conversations(guest.person.id)
        if one.status is not Status.FINISHED and one.id not in debriefed
    )


async def show(guest: Guest, number: int, *, as_markdown: bool) -> None:
    """Show a debrief as it was told."""
    row = await debrief_of(guest, number)
    name = guest.language.say(title(row))
    cards = cards_in(row.report)
    screen = _screen(guest)
    if as_markdown:
        screen.put(markdown(cards, title=name).rstrip("\n"))
        return
    screen.put(name)
    for card in cards:
        screen.put(f"\n{card.title}")
        for line in card.lines:
            screen.put(f"- {line.text}" if line.role == Role.ITEM else line.text)


async def export(guest: Guest, form: str) -> None:
    """Print everything that is kept about the person."""
    if form == "json":
        everything = await guest.store.export(guest.person.id)
        click.echo(json.dumps(everything, ensure_ascii=False, indent=2))
        return
    say = guest.language.say
    pages = [
        markdown(cards_in(row.report), title=say(title(row))) for row in await _debriefs(guest)
    ]
    cards = [
        *[await _told(guest, one.id) for one in await guest.store.conversations(guest.person.id)],
        *await _happened(guest),
        _card(say(t("Your settings")), [say(one) for one in _chosen(guest.settings)]),
    ]
    pages.append(markdown(cards, title=say(t("What you told, and what is kept about you"))))
    _screen(guest).put("\n".join(pages).rstrip("\n"))


def nothing() -> str:
    """Give the export of somebody about whom there is nothing."""
    parts = ("accounts", "consents", "conversations", "jobs", "debriefs", "events")
    return json.dumps({"person": None, "settings": None, **{part: [] for part in parts}}, indent=2)


async def settings(
    guest: Guest, changes: Mapping[str, Any], *, read_along: bool | None = None
) -> None:
    """Show the settings, or change some of them; `read_along` is the language model."""
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
    if read_along is not None:
        await _read_along(guest, wanted=read_along)
    for text in (*_chosen(chosen), await _reads_along(guest)):
        _say(guest, text)
    guest.tell_of_key()


async def _read_along(guest: Guest, *, wanted: bool) -> None:
    """Take what a person says about a language model that reads along."""
    if not wanted:
        await guest.store.withdraw_consent(
            guest.person.id, Purpose.LANGUAGE_MODEL, guest.clock(), account=guest.account
        )
        return
    if guest.model is None:
        raise CannotDo(
            t("No language model is set up here. Whoever runs this program can set LLM_URL.")
        )
    address = guest.model.address
    wording = guest.language.say(model_wording(address.host, address.model))
    click.echo(fitted(wording, sys.stdout))
    if click.confirm(guest.language.say(t("Do you agree?"))):
        await guest.store.give_consent(
            guest.person.id,
            Purpose.LANGUAGE_MODEL,
            wording,
            guest.clock(),
            account=guest.account,
        )


async def _reads_along(guest: Guest) -> Text:
    if guest.model is None:
        return t("A language model reads along: no, none is set up here")
    host = guest.model.address.host
    if agreed_to_model(await guest.store.consents(guest.person.id), guest.account, host):
        return t("A language model reads along: yes, on {host}", host=host)
    return t("A language model reads along: no")


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
        lines.append(StoredLine(Role.QUOTE.value, say(shown(one))))
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


async def debrief_of(guest: Guest, number: int) -> DebriefRow:
    """Give the debrief of this number.

    Raises:
        CannotDo: there is none.
    """
    rows = await _debriefs(guest)
    if not 1 <= number <= len(rows):
        wrong = t(
            "There is no debrief {number}. `{debrief} list` shows which there are.",
            number=number,
            debrief=program(),
        )
        raise CannotDo(wrong)
    return rows[number - 1]


def title(row: DebriefRow) -> Text:
    """Name a debrief: the job, the round, the day."""
    day = (row.held_at or row.made).date()
    parts = tuple(part for part in (row.role, row.employer, row.stage) if part)
    if not parts:
        return t("Interview of {day}", day=day)
    return t("{what}, {day}", what=", ".join(parts), day=day)


def shown(given: Given) -> Text:
    """Give an answer as the person saw it: an option by its label."""
    match given.reply:
        case Written(text):
            return t("{words}", words=text)
        case Chosen(name):
            options = given.question.options if isinstance(given.question, Choose) else ()
            return next((one.label for one in options if one.name == name), t("(skipped)"))
        case Skipped():
            return t("(skipped)")
        case Withheld():
            return t("(not kept)")
        case _:
            return t("(that's all)")


def _zone(guest: Guest) -> tzinfo:
    zone = guest.settings.zone or (machine_zone() if sys.stdin.isatty() else None)
    return ZoneInfo(zone) if zone is not None else UTC


def _screen(guest: Guest) -> Screen:
    return Screen(console(), guest.language)


def _say(guest: Guest, text: Text) -> None:
    _screen(guest).say(text)
