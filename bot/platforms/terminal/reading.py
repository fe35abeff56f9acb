"""Reading accounts without a conversation: one for a person, one or many for a program."""

from __future__ import annotations

import json
from typing import Annotated, Any

import click
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.coaching import care, knowledge
from bot.coaching.care import Level
from bot.coaching.findings import Certainty, Finding, found
from bot.coaching.reading import ENGINE, looks_english, read
from bot.coaching.reading.signs import Context, Reading, Strength
from bot.limits import ACCOUNT_LONGEST
from bot.platforms.terminal.checks import unless_unknown
from bot.words import ENGLISH


class Facts(BaseModel):
    """What may be known beforehand; every part may be missing, and anything else is ignored."""

    model_config = ConfigDict(frozen=True)

    country: Annotated[str | None, AfterValidator(unless_unknown)] = None
    role: Annotated[str | None, AfterValidator(unless_unknown)] = None
    stage: Annotated[str | None, AfterValidator(unless_unknown)] = None
    days_since: int | None = None

    def context(self) -> Context:
        """Give it in the reader's own form."""
        return Context(self.country, self.role, self.stage, self.days_since)


class Told(BaseModel):
    """One line of many: an account with its id."""

    id: str | int
    text: str
    context: Facts = Field(default_factory=Facts)


class CannotRead(Exception):
    """A line that is no account with an id; says which line and why."""


def read_many(line: str, number: int) -> str:
    """Read one line of JSON and give one.

    Raises:
        CannotRead: the line is not such an object.
    """
    try:
        told = Told.model_validate_json(line)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise CannotRead(f"line {number}: {where}: {first['msg']}") from None
    return json.dumps({"id": told.id, **_findings(told.text, told.context.context())})


def read_one(text: str, context: str | None, *, as_json: bool) -> str:
    """Read one account and give what it holds, as JSON or as lines to read.

    Raises:
        click.ClickException: the context is not a JSON object of facts.
    """
    try:
        facts = Facts() if context is None else Facts.model_validate_json(context)
    except ValidationError as wrong:
        raise click.ClickException(f"--context: {wrong.errors()[0]['msg']}") from None
    if as_json:
        return json.dumps(_findings(text, facts.context()), indent=2, ensure_ascii=False)
    return _lines(text, facts.context())


def _findings(text: str, context: Context) -> dict[str, Any]:
    kept = text[:ACCOUNT_LONGEST]
    reading = _read(kept, context)
    now = found(kept, reading, {}, context)
    return {
        "mistakes": [_entry(one) for one in now.mistakes],
        "not_your_fault": [_entry(one) for one in now.not_your_fault],
        "strengths": [_entry(one) for one in now.strengths],
        "skill_gaps": [
            {"skill": one.skill, "quote": kept[one.start : one.end]} for one in now.skill_gaps
        ],
        "ask": _asks(kept, reading),
        "engine": reading.engine,
        "care": care.level(kept).name.lower(),
    }


def _read(text: str, context: Context) -> Reading:
    """Read an account; one with words about dying or harm is not looked through for anything."""
    return Reading(ENGINE) if care.level(text) is Level.DANGER else read(text, context)


def _asks(text: str, reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "id": sign.id,
            "quote": text[sign.start : sign.end],
            "start": sign.start,
            "end": sign.end,
            "question": ENGLISH.say(knowledge.confirming(sign.id)),
        }
        for sign in reading.signs
        if sign.strength is not Strength.STATED
    ]


def _entry(one: Finding) -> dict[str, Any]:
    return {
        "id": one.id,
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        # For programs there are two: what the words carry, and what they make likely.
        "certainty": "stated" if one.certainty.certain else "suggested",
    }


def _lines(text: str, context: Context) -> str:
    kept = text[:ACCOUNT_LONGEST]
    if care.level(kept) is Level.DANGER:
        return "\n".join(ENGLISH.say(one) for one in care.texts(Level.DANGER, None))
    reading = _read(kept, context)
    now = found(kept, reading, {}, context)
    lines: list[str] = []
    for title, findings in (
        ("Not your doing", now.not_your_fault),
        ("What may have cost you", now.mistakes),
        ("What went well", now.strengths),
    ):
        if findings:
            lines += ["", title]
            for one in findings:
                lines += [
                    f"  “{one.quote}”",
                    f"    {ENGLISH.say(knowledge.entry(one.id).text('name'))}",
                ]
                if one.certainty is Certainty.LIKELY:
                    lines.append("    Read between your lines, so this may be wrong.")
    if now.skill_gaps:
        lines += ["", "Skills that were missing", *(f"  - {one.skill}" for one in now.skill_gaps)]
    asks = _asks(kept, reading)
    if asks:
        lines += ["", "Only you can say"]
        for ask in asks:
            lines += [f"  “{ask['quote']}”", f"    {ask['question']}"]
    if not lines and not looks_english(kept):
        lines = ["", "I can only read English so far, so I have found nothing in these words."]
    elif not lines:
        lines = [
            "",
            "Nothing in it that could be shown with your own words. That is a good answer.",
        ]
    return "\n".join(lines[1:])
