"""The facts of one interview, and what can be told of them from a plain sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from bot.coaching.told.job_names import role_and_employer
from bot.coaching.told.places import country_names, place_in
from bot.coaching.told.when import past_day

__all__ = ["Interview", "Way", "country_names", "facts_in", "is_practical", "stage_in", "way_of"]


class Way(StrEnum):
    """How it was held, as far as it changes which questions make sense."""

    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in_person"
    GROUP = "group"
    PRACTICAL = "practical"
    PRESENTATION = "presentation"


@dataclass(frozen=True, slots=True)
class Interview:
    """What is known of one interview. Every part may be missing; nothing in it is guessed."""

    role: str | None = None
    employer: str | None = None
    stage: str | None = None
    country: str | None = None
    """ISO 3166 alpha-2 code of the employer's country."""
    region: str | None = None
    held_on: date | None = None
    way: Way | None = None

    def days_since(self, today: date) -> int | None:
        """Whole days from the interview to today."""
        return None if self.held_on is None else (today - self.held_on).days

    def filled_from(self, other: Interview) -> Interview:
        """Give these facts, with what is missing taken from the other."""
        return replace(
            self,
            **{
                name: getattr(other, name)
                for name in ("role", "employer", "stage", "country", "region", "held_on", "way")
                if getattr(self, name) is None
            },
        )


_STAGES: Final = (
    ("trial shift", r"\b(?:trial (?:shift|day|evening|morning)|work(?:ing)? trial|cook[- ]?off"
                    r"|stage shift|(?:paid|unpaid) trial|on trial|(?:did|had|done) a trial)\b"
                    r"|^\W*trial\W*$|,\s*(?:a )?trial\s*(?:,|\.|$)"),
    ("assessment centre", r"\bassessment (?:centre|center|day)\b"),
    ("take-home", r"\btake[- ]?home (?:test|task|assignment|exercise|challenge|project)\b"
                  r"|^\W*take[- ]?home\W*$|,\s*take[- ]?home\b"),
    ("presentation", r"\b(?:gave|give|did|had to do|held|prepared?|with|my|a) (?:\w+ )?"
                     r"(?:presentation|pitch)\b(?! (?:skills|designer))|^\W*presentation\W*$"
                     r"|,\s*presentation\b(?! \w)"),
    ("panel", r"(?<!solar )(?<!pv )(?<!control )(?<!body )(?<!wall )(?<!advisory )"
              r"\bpanel\b(?! (?:beat|fit|install|wir|build|saw|show|shop))"),
    ("group interview", r"\bgroup (?:interview|exercise|task|discussion|assessment)\b"),
    ("phone screen", r"\b(?:phone (?:screen(?:ing)?|call|interview)|telephone interview|by phone"
                     r"|(?:on|over) the phone)\b"),
    ("video call", r"\b(?:video (?:call|interview|chat|conference|meeting)"
                   r"|(?:on|over|via|by|through|a) (?:zoom|(?:ms |microsoft )?teams|google meet"
                   r"|skype|webcam|video(?! (?:editor|producer|game))))\b"
                   r"|\b(?:(?:zoom|teams|skype) (?:call|interview|meeting)|google meet)\b"
                   r"|(?:^|,)\s*(?:video|zoom|teams|skype)\s*(?:,|\.|$)"),
    ("final round", r"(?<!not the )(?<!not a )(?<!before the )(?<!next is the )\b(?:final"
                    r" (?:round|stage|interview)|last round)\b"),
    ("second round", r"(?<!the next is the )\b(?:second|2nd) (?:round|stage|interview)\b"),
    ("first round", r"\b(?:(?:first|1st) (?:round|stage|interview)"
                    r"|screening (?:call|interview))\b"),
)  # fmt: skip
_COMING: Final = re.compile(
    r"\b(?:next|then|will|would|after|until|if|invited|hope|hoping|another)\b|['’](?:ll|d)\b"
    r"|n['’]t\b|\b(?:no|not)\b",
    re.IGNORECASE,
)
"""Words of a clause that tells of another stage than the one that was."""
_WAY_OF_STAGE: Final = {
    "trial shift": Way.PRACTICAL, "take-home": Way.PRACTICAL, "presentation": Way.PRESENTATION,
    "panel": Way.GROUP, "group interview": Way.GROUP, "assessment centre": Way.GROUP,
    "phone screen": Way.PHONE, "video call": Way.VIDEO,
}  # fmt: skip
_WAYS: Final = (
    (Way.PRACTICAL, r"\b(?:live coding|whiteboard|coding (?:test|task|interview|exercise)|pair"
                    r" programming|practical(?: (?:test|task|exam|part|exercise|interview))?"
                    r"|skills? test|work sample|case (?:study|interview)|audition"
                    r"|(?:welding|typing|cooking) test)\b(?! (?:nurse|manager))"),
    (Way.IN_PERSON, r"\b(?:in person|on[- ]?site|face to face|at their office)\b"
                    r"(?! (?:manager|engineer|services?|support|supervisor|coordinator))"),
)  # fmt: skip


def facts_in(words: str, today: date) -> Interview:
    """Read what a sentence or an account says of the interview itself.

    Only plain statements count: "line cook at Harbour Kitchen, trial shift, yesterday". Role and
    employer are taken only from a short answer, since a long account begins with anything.
    """
    role, employer = role_and_employer(words)
    stage = stage_in(words)
    place = place_in(words)
    return Interview(
        role=role,
        employer=employer,
        stage=stage,
        country=place.country,
        region=place.region,
        held_on=_held_on(words, today) if len(words) <= _SHORT else None,
        way=way_of(words),
    )


def stage_in(words: str) -> str | None:
    """Name the stage that the words tell of as theirs."""
    for name, cue in _STAGES:
        for found in re.finditer(cue, words, re.IGNORECASE):
            clause = re.split(r"[.,;!?\n]|\bbut\b|\band\b", words[: found.start()])[-1]
            if not _COMING.search(clause):
                return name
    return None


_SHORT: Final = 400
_NOT_HELD: Final = re.compile(
    r"\b(?:will|would|hear|decision|decide|answer|applied|apply|start|started|starts|deadline|until"
    r"|by|born|since|graduated|rejected|emailed|called|rang|letter|next|they said|invited|left my"
    r"|worked)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)


def _held_on(words: str, today: date) -> date | None:
    """Find the day of the interview, where no other day can be meant."""
    clauses = re.split(r"(?<!\d)\.|\.(?!\d)|[;!?\n]|,\s*(?=[^\W\d]{2,} |\w+$)|\band\b", words)
    told = ", ".join(one.strip() for one in clauses if one and not _NOT_HELD.search(one))
    return past_day(told, today)


def is_practical(interview: Interview) -> bool:
    """Tell whether there was something to do or make, so that a task is worth asking about."""
    return interview.way in (Way.PRACTICAL, Way.PRESENTATION)


def way_of(stage: str) -> Way | None:
    """Read from the name of a stage, or from an account, how it was held."""
    told = stage_in(stage)
    if told is not None and (way := _WAY_OF_STAGE.get(told)) in (Way.PRACTICAL, Way.PRESENTATION):
        return way
    found = next((way for way, cue in _WAYS if re.search(cue, stage, re.IGNORECASE)), None)
    known = None if told is None else _WAY_OF_STAGE.get(told)
    return found if found is Way.PRACTICAL else known or found
