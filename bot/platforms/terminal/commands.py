"""What the commands of the terminal do, once the house is open for one person."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from rich.console import Console

from bot.coaching.interview import Interview, country_names, way_of
from bot.conversations import Conversations, Refused, Turn
from bot.conversations.keeping import StoredCard, StoredLine, cards_in, event_of, interview_of
from bot.flows.catalogue import DEBRIEF, NEWS, context_of
from bot.flows.debrief import MOST_TARGETED, Start
from bot.flows.news import Job, NewsStart
from bot.flows.replies import Chosen, Skipped, Withheld, Written
from bot.flows.steps import Choose, Say
from bot.people import Settings, country_of_zone
from bot.platforms.plain import markdown
from bot.platforms.terminal.chat import keyboard, talk
from bot.platforms.terminal.guest import CannotDo, Guest
from bot.platforms.terminal.lines import speak
from bot.store import DebriefRow
from bot.words import ENGLISH, PSEUDO, Role, Tone, language, t


class Facts(BaseModel):
    """What `--context` may hold: what is known of the interview beforehand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: str | None = None
    role: str | None = Field(default=None, max_length=120)
    stage: str | None = Field(default=None, max_length=120)
    days_since: int | None = Field(default=None, ge=0, le=3650)


@dataclass(frozen=True, slots=True)
class Known:
    """What was given on the command line of `debrief chat`."""

    country: str | None
    time_zone: str | None
    context: str | None
    max_questions: int | None
    tone: str | None
    language: str | None


async def chat(guest: Guest, known: Known, *, as_json: bool, news: bool) -> None:
    """Hold a conversation: the one that was left open, or a new one."""
    settings = _settings_with(guest.settings, known)
    if known.tone or known.time_zone or known.language:
        await guest.store.set_settings(
            guest.person.id, replace(settings, country=guest.settings.country)
        )
    tongue = language(settings.language)
    conversations = guest.conversations(tongue)
    turn = await conversations.unfinished(guest.person.id)
    if turn is not None:
        welcome = Say(t("Welcome back. We go on where we stopped."))
        turn = replace(turn, said=(welcome, *turn.said))
    else:
        turn = await _begun(guest, conversations, settings, known, news=news)
    if as_json:
        await speak(conversations, guest.person.id, turn, _stdin_lines(), _put, tongue)
        return
    console = Console(soft_wrap=False, highlight=False)
    await talk(conversations, guest.person.id, turn, keyboard(), console, tongue)
    if not news:
        click.echo()
        click.echo(tongue.say(_AFTERWARDS))


_AFTERWARDS = t(
    "See it again: debrief list. Tell what you hear later: debrief chat --news. Erase it: debrief "
    "erase."
)


async def _begun(
    guest: Guest, conversations: Conversations, settings: Settings, known: Known, *, news: bool
) -> Turn:
    home = country_of_zone(settings.zone) if settings.zone else None
    if news:
        jobs = await _jobs(guest)
        start = NewsStart(jobs, settings.most_status_notes, home, settings.zone)
        return await conversations.begin(guest.person.id, NEWS, context_of(start))
    facts = _facts(known.context)
    country = _country(facts.country or known.country) or settings.country
    interview = Interview(
        role=facts.role,
        stage=facts.stage,
        country=country,
        way=way_of(facts.stage) if facts.stage else None,
    )
    debrief = Start(
        known=interview,
        days_since=facts.days_since,
        introduced=known.context is not None,
        most_targeted=MOST_TARGETED if known.max_questions is None else known.max_questions,
        most_status_notes=settings.most_status_notes,
        tone=settings.tone,
        person_country=home,
        person_zone=settings.zone,
    )
    return await conversations.begin(guest.person.id, DEBRIEF, context_of(debrief))


async def list_debriefs(guest: Guest) -> None:
    """List the debriefs, oldest first, each with its number."""
    rows = await _debriefs(guest)
    if not rows:
        click.echo("There is no debrief yet. Begin one: debrief chat")
    for number, row in enumerate(rows, 1):
        click.echo(f"{number}. {_title(row)}")


async def show(guest: Guest, number: int, *, as_markdown: bool) -> None:
    """Show a debrief as it was told."""
    row = await _numbered(guest, number)
    page = markdown(cards_in(row.report), title=_title(row))
    if as_markdown:
        click.echo(page, nl=False)
        return
    click.echo(_title(row))
    for card in cards_in(row.report):
        click.echo(f"\n{card.title}")
        for line in card.lines:
            click.echo(f"- {line.text}" if line.role == Role.ITEM else line.text)


async def correct(guest: Guest, number: int, key: str | None, answer: str | None) -> None:
    """Correct one answer of a debrief; what was read from it is read anew."""
    row = await _numbered(guest, number)
    conversations = guest.conversations()
    given = await conversations.answers(row.conversation, guest.person.id)
    if key is None:
        for one in given:
            click.echo(f"{one.question.key}: {ENGLISH.say(one.question.text)}")
            click.echo(f"    {_shown(one.reply)}")
        key = click.prompt("Which one (the word before the colon)")
    question = next((one.question for one in given if one.question.key == key), None)
    if question is None:
        raise CannotDo(f"There is no answer {key!r}. Without --key they are listed.")
    if answer is None:
        if isinstance(question, Choose):
            click.echo(", ".join(one.name for one in question.options))
        answer = click.prompt("The new answer")
    try:
        turn = await conversations.correct(row.conversation, guest.person.id, key, answer)
    except Refused as refused:
        raise CannotDo(str(refused)) from refused
    console = Console(highlight=False)
    await talk(conversations, guest.person.id, turn, keyboard(), console, guest.language)


async def erase(guest: Guest, number: int) -> None:
    """Erase one debrief and everything that was told for it."""
    row = await _numbered(guest, number)
    await guest.store.erase_debrief(guest.person.id, row.id)
    click.echo("Erased: this debrief and what you told for it. Your other debriefs are untouched.")


async def export(guest: Guest, form: str) -> None:
    """Print everything that is kept about the person."""
    if form == "json":
        everything = await guest.store.export(guest.person.id)
        click.echo(json.dumps(everything, ensure_ascii=False, indent=2))
        return
    rows = await _debriefs(guest)
    pages = [markdown(cards_in(row.report), title=_title(row)) for row in rows]
    told = await guest.store.conversations(guest.person.id)
    for conversation in told:
        lines: list[StoredLine] = []
        for one in await guest.conversations().answers(conversation.id, guest.person.id):
            lines.append(StoredLine(Role.PLAIN.value, ENGLISH.say(one.question.text)))
            lines.append(StoredLine(Role.QUOTE.value, _shown(one.reply)))
        card = StoredCard(f"Begun {conversation.created.isoformat()}", tuple(lines))
        pages.append(markdown([card], title="What you told"))
    click.echo("\n".join(pages), nl=False)


async def forget(guest: Guest) -> None:
    """Erase everything about the person."""
    await guest.store.erase(guest.person.id)
    click.echo("Erased: everything about you. Nothing is left in the database.")


async def settings(guest: Guest, changes: Mapping[str, Any]) -> None:
    """Show the settings, or change some of them."""
    chosen = guest.settings
    if changes:
        wanted = dict(changes)
        if "zone" in wanted:
            wanted["zone"] = _zone(wanted["zone"])
        if "country" in wanted:
            wanted["country"] = _country(wanted["country"])
        if "language" in wanted:
            wanted["language"] = _tongue(wanted["language"])
        if "tone" in wanted:
            wanted["tone"] = Tone(wanted["tone"])
        chosen = replace(chosen, **wanted)
        await guest.store.set_settings(guest.person.id, chosen)
    click.echo(f"Tone: {chosen.tone.value}")
    click.echo(f"Your time zone: {chosen.zone or 'not set'}")
    click.echo(f"Employers are usually in: {chosen.country or 'not set'}")
    click.echo(f"Language: {chosen.language}")
    click.echo(f"Notes asking for news, for one round: {chosen.most_status_notes}")


async def _jobs(guest: Guest) -> tuple[Job, ...]:
    jobs: dict[str, Job] = {}
    for row in await guest.store.debriefs(guest.person.id):
        if row.application not in jobs:
            recorded = await guest.store.happenings(row.application)
            events = tuple(event_of(one.happening) for one in recorded)
            jobs[row.application] = Job(row.application, interview_of(row.facts), events)
    return tuple(jobs.values())


async def _debriefs(guest: Guest) -> tuple[DebriefRow, ...]:
    """Give the debriefs, oldest first, so that each keeps its number when another one comes."""
    return tuple(reversed(await guest.store.debriefs(guest.person.id)))


async def _numbered(guest: Guest, number: int) -> DebriefRow:
    rows = await _debriefs(guest)
    if not 1 <= number <= len(rows):
        raise CannotDo(f"There is no debrief {number}. `debrief list` shows which there are.")
    return rows[number - 1]


def _title(row: DebriefRow) -> str:
    parts = [part for part in (row.role, row.employer, row.stage) if part]
    day = (row.held_at or row.made).date().isoformat()
    return ", ".join([*parts, day]) if parts else f"Interview of {day}"


def _shown(reply: object) -> str:
    match reply:
        case Written(text):
            return text
        case Chosen(name):
            return name
        case Skipped():
            return "(skipped)"
        case Withheld():
            return "(not kept)"
        case _:
            return "(that's all)"


def _settings_with(kept: Settings, known: Known) -> Settings:
    return replace(
        kept,
        zone=_zone(known.time_zone) if known.time_zone else kept.zone,
        tone=Tone(known.tone) if known.tone else kept.tone,
        language=_tongue(known.language) if known.language else kept.language,
    )


def _facts(given: str | None) -> Facts:
    if given is None:
        return Facts()
    try:
        return Facts.model_validate_json(given)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise CannotDo(
            f"--context cannot be used: {where}: {first['msg']}. It is a JSON object with any of "
            "country, role, stage, days_since."
        ) from None


def _country(code: str | None) -> str | None:
    if code is None:
        return None
    wanted = {"UK": "GB"}.get(code.strip().upper(), code.strip().upper())
    if wanted not in set(country_names().values()):
        raise CannotDo(f"{code!r} is no country code. It has two letters, as US, GB or DE.")
    return wanted


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CannotDo(f"{name!r} is no time zone. It looks like Europe/London.") from None
    return name


def _tongue(tag: str) -> str:
    if tag not in ("en", PSEUDO):
        raise CannotDo(f"There is no catalogue for {tag!r} yet. There is: en, {PSEUDO}.")
    return tag


async def _stdin_lines() -> AsyncIterator[bytes]:
    while line := await asyncio.to_thread(sys.stdin.buffer.readline):
        yield line


def _put(value: Mapping[str, object]) -> None:
    # ASCII only: a pipe's encoding is not ours to know.
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()
