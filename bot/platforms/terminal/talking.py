"""The command that holds a conversation: the one that was left open, or a new one."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.coaching.told.interview import Interview, way_of
from bot.conversations import Conversations, Turn
from bot.conversations.keeping import event_of, interview_of
from bot.flows.catalogue import DEBRIEF, NEWS, context_of
from bot.flows.debrief import MOST_TARGETED, Start
from bot.flows.news import Job, NewsStart
from bot.flows.steps import Say
from bot.people import Settings, country_of_zone
from bot.platforms.terminal.chat import keyboard, talk
from bot.platforms.terminal.checks import country_code, language_tag, unless_unknown, zone_name
from bot.platforms.terminal.guest import CannotDo, Guest
from bot.platforms.terminal.here import machine_zone, program
from bot.platforms.terminal.lines import speak
from bot.platforms.terminal.screen import Screen, console
from bot.store import Status
from bot.words import Text, Tone, language, t


class Facts(BaseModel):
    """What `--context` may hold: what is known of the interview beforehand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: Annotated[str | None, AfterValidator(unless_unknown)] = None
    role: Annotated[str | None, Field(max_length=120), AfterValidator(unless_unknown)] = None
    stage: Annotated[str | None, Field(max_length=120), AfterValidator(unless_unknown)] = None
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

    @property
    def about_a_new_one(self) -> bool:
        """Whether something was given that only a new conversation can use."""
        return self.context is not None or self.country is not None


async def chat(guest: Guest, known: Known, *, as_json: bool, news: bool) -> None:
    """Hold a conversation: the one that was left open, or a new one."""
    settings = _settings_with(guest.settings, known)
    if known.tone or known.time_zone or known.language:
        await guest.store.set_settings(
            guest.person.id, replace(settings, country=guest.settings.country)
        )
    tongue = language(settings.language)
    if settings.zone is None and not as_json and sys.stdin.isatty():
        # Where somebody sits at the machine, its zone is theirs; their settings stay as they are.
        settings = replace(settings, zone=machine_zone())
    conversations = guest.conversations(tongue)
    turn = await conversations.unfinished(guest.person.id, NEWS if news else DEBRIEF)
    if turn is not None:
        welcome = [Say(t("Welcome back. We go on where we stopped."))]
        if known.about_a_new_one:
            welcome.append(
                Say(t("What you gave with the command is for a new one, so it is not used here."))
            )
        turn = replace(turn, said=(*welcome, *turn.said))
    else:
        turn = await _begun(guest, conversations, settings, known, news=news)
    if as_json:
        guest.tell_of_key()
        await speak(conversations, guest.person.id, turn, _stdin_lines(), _put, tongue)
        return
    screen = console()
    status = await talk(
        conversations,
        guest.person.id,
        turn,
        keyboard(),
        screen,
        tongue,
        aside=guest.tell_of_key,
    )
    if not news:
        screen.print()
        Screen(screen, tongue).say(_afterwards(status, program()))


def _afterwards(status: Status, debrief: str) -> Text:
    """Name the commands that work now."""
    match status:
        case Status.FINISHED:
            return t(
                "See it again: {debrief} list. Tell what you hear later: {debrief} chat --news. "
                "Erase it: {debrief} erase 1, with its number in the list.",
                debrief=debrief,
            )
        case Status.OPEN | Status.PAUSED:
            return t(
                "Go on: {debrief} chat. Erase what you told: {debrief} erase --unfinished.",
                debrief=debrief,
            )
        case Status.STOPPED:
            return t("Erase what you told: {debrief} erase --unfinished.", debrief=debrief)


async def _begun(
    guest: Guest, conversations: Conversations, settings: Settings, known: Known, *, news: bool
) -> Turn:
    home = country_of_zone(settings.zone) if settings.zone else None
    if news:
        jobs = await _jobs(guest)
        start = NewsStart(jobs, settings.most_status_notes, home, settings.zone)
        return await conversations.begin(guest.person.id, NEWS, context_of(start))
    facts = _facts(known.context)
    country = country_code(facts.country or known.country) or settings.country
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
    return await conversations.begin(
        guest.person.id, DEBRIEF, context_of(debrief), account=guest.account
    )


async def _jobs(guest: Guest) -> tuple[Job, ...]:
    jobs: dict[str, Job] = {}
    for row in await guest.store.debriefs(guest.person.id):
        if row.application not in jobs:
            recorded = await guest.store.happenings(row.application)
            events = tuple(event_of(one.happening) for one in recorded)
            jobs[row.application] = Job(row.application, interview_of(row.facts), events)
    return tuple(jobs.values())


def _settings_with(kept: Settings, known: Known) -> Settings:
    return replace(
        kept,
        zone=zone_name(known.time_zone) if known.time_zone else kept.zone,
        tone=Tone(known.tone) if known.tone else kept.tone,
        language=language_tag(known.language) if known.language else kept.language,
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
            t(
                "--context cannot be used: {where}: {why}. It is a JSON object with any of "
                "country, role, stage, days_since.",
                where=where,
                why=str(first["msg"]),
            )
        ) from None


async def _stdin_lines() -> AsyncIterator[bytes]:
    while line := await asyncio.to_thread(sys.stdin.buffer.readline):
        yield line


def _put(value: Mapping[str, object]) -> None:
    # ASCII only: a pipe's encoding is not ours to know.
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()
