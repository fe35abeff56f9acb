"""Papers that the employer waits for: what they asked to be sent, what the person promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.coaching.told.clauses import sentences_of
from bot.coaching.told.promises import NOT, day_told

_PAPER: Final = (
    r"(?:certificates?|references?|referees?|documents?|documentation|papers|paperwork|passport|id"
    r"|cv|resume|résumé|portfolio|diplomas?|transcripts?|availability|bank details"
    r"|dbs(?: (?:number|certificate|check))?"
    r"|licen[cs]e|payslips?|forms?|cover(?:ing)? letter|(?:work|writing|code) samples?|registration"
    r"|pin number|proof of \w+|right to work|visa|slides|presentation)"
)
_WHAT: Final = (
    r"(?P<what>(?:(?!to |and |or |by |for |that )[\w'-]+ ){0,2}?"
    + _PAPER
    + r"(?: and (?:the |my )?"
    + _PAPER
    + r")?)\b"
)
_SEND: Final = r"(?:send|e-?mail|mail|forward|upload|submit|provide|send over|send in|send through)"
_TO_WHOM: Final = (
    r"(?: (?:to )?(?:them|him|her|hr|me|over|in|through|back))?(?: (?:a copy|copies) of)?"
)
_DETERMINER: Final = re.compile(
    r"^(?:(?:my|the|some|a|an|their|these|those|two|of|also) )+", re.IGNORECASE
)
_ASKED_FOR: Final = re.compile(
    rf"\b(?:asked|told|wants?|wanted|needs?|invited) (?:me"
    rf"|us) to (?:also )?{_SEND}{_TO_WHOM} {_WHAT}"
    rf"|^(?:(?:and|so|also) )*(?:i|we)(?: (?:have to|need to|must|should|am to|was to)"
    rf"|'m to) {_SEND}{_TO_WHOM} " + _WHAT.replace("?P<what>", "?P<what2>"),
    re.IGNORECASE,
)
_PROMISED: Final = re.compile(
    rf"\bi (?:have )?(?:(?:promised|agreed|offered) (?:them |him |her )?(?:to|that i(?:'d"
    rf"| would)|i(?:'d| would))"
    rf"|(?:said|told (?:them|him|her)) (?:that )?i(?:'ll|'d| will"
    rf"| would)) {_SEND}{_TO_WHOM} {_WHAT}",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"\b(?:had asked|beforehand|before the interview|when i applied|in advance|had promised"
    r"|last year"
    r"|old job|previous)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Owed:
    """Something in writing that they wait for; `promised` where the person offered it."""

    what: str
    day: date | None
    promised: bool


def owed_items(words: str, held_on: date, today: date) -> Iterator[Owed]:
    """Find what they asked to be sent and what the person promised to send."""
    for sentence in sentences_of(words):
        for clause in sentence.clauses:
            if sentence.asks or _EARLIER.search(clause):
                continue
            promised = _PROMISED.search(clause)
            found = promised or _ASKED_FOR.search(clause)
            if found is None or NOT.search(clause[: found.end()]):
                continue
            what = found["what"] or found.groupdict().get("what2") or ""
            day = day_told(clause[found.end() :], held_on, today)
            yield Owed(thing(what), day, promised is not None)


def thing(words: str) -> str:
    """Name a thing to be sent without "my" and "the"."""
    return _DETERMINER.sub("", words.strip())


PAPER: Final = _WHAT
"""Pattern of a paper that employers ask for, in the group `what`."""
