"""What the person has done since the interview: thanked, asked for news, sent what was owed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.coaching.told.clauses import Sentence, sentences_of
from bot.coaching.told.owed import PAPER, thing
from bot.coaching.told.when import past_day

_SOFT: Final = (
    r"(?:yes|yeah|yep|well|ok|okay|so|and|then|but|also|just|already|only|once|twice|later|finally"
    r"|after that|first|again|even|both|did|have|had|'ve|today|yesterday|on|this|last|the|same|next"
    r"|day|days|week|weeks|month|ago|before|morning|afternoon|evening|night|a|an|one|two|three"
    r"|after"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|straight|away|right|afterwards|in"
    r"|got home|since|quickly|politely|briefly|simply|immediately|promptly|of course|as|agreed|\d+)"
)
_NOBODY: Final = re.compile(rf"^(?:\W*\b{_SOFT}\b)*\W*$", re.IGNORECASE)
_ME: Final = re.compile(
    rf"^(?:\W*\b(?:{_SOFT}|no|nope|nah|apart from that))*?\W*\b(?:i|we)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_DONE: Final = re.compile(
    r"n't\b|\b(?:not|never|nothing|no|nor|without|didnt|havent|dont|couldnt|should|shall|will|would"
    r"|could|can|might|may|must|going to|want|wants|wanted|plan|planned|meant|need|hope|hoped|if"
    r"|when|until|forgot|wish|was|were|got|been|being|they|he|she|hr|who|that|which|someone"
    r"|somebody"
    r"|recruiter|manager|tried|about to|to)\b|'(?:ll|d|m)\b",
    re.IGNORECASE,
)


def _is_own(before: str) -> bool:
    """Tell whether the words before a verb leave it to the person, and leave it done."""
    if _NOBODY.match(before):
        return True
    own = _ME.match(before)
    return own is not None and not _NOT_DONE.search(own["rest"])


_WROTE: Final = (
    r"(?:sent|wrote|emailed|e-mailed|mailed|messaged|dropped|posted|texted|whatsapped|whatsapp'd)"
)
_THANKS: Final = re.compile(
    r"\b(?:thanked (?:them|him|her|everyone|everybody|both|all|hr|mr|mrs|ms|dr"
    r"|the (?!traffic|weather)\w+|(?-i:[A-Z])\w+)\b"
    rf"|{_WROTE}\b(?:(?!\b(?:nothing|no|not|never|without|but)\b|n't).){{0,60}}?"
    r"(?<!\bit )(?<!\bthat )(?<!\bthis )(?<!\beverything )\b(?:thank[- ]?you|thanks)\b(?! god"
    r"| to the t)"
    r"|said (?:a )?(?:thanks|thank you)\b.{0,40}\b(?:by|via|over|on|with|in an?) (?:e-?mail|mail"
    r"|text"
    r"|phone|message|whatsapp|linkedin|letter|card|note|sms)"
    r"|thank[- ]?you (?:note|mail|email|e-mail|card|message|letter)? ?(?:is |was |has been )?"
    r"(?:sent|gone|went|out)\b)",
    re.IGNORECASE,
)
_AT_THE_TIME: Final = re.compile(
    r"\b(?:at the end|(?:when|as|before) i (?:left|went)|on the way out|at the door|in the room"
    r"|in person|during the|before leaving)\b",
    re.IGNORECASE,
)
_REACHED: Final = r"(?:rang|called|phoned|telephoned|emailed|e-mailed|mailed|wrote|messaged|texted)"
_TIMES: Final = re.compile(
    r"\b(?P<two>twice|two times|2 times|2x|both times)\b|\b(?P<three>thrice|three times|3 times"
    r"|3x)\b"
    r"|\b(?P<four>four times|4 times|4x)\b|\b(?P<five>five times|5 times)\b",
    re.IGNORECASE,
)
_CHASE: Final = re.compile(
    rf"\b(?:(?:chased|nudged|reminded)(?: (?:it|things) up)?|followed(?: it)? up|checked in with"
    rf"|{_REACHED}"
    r"|asked)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PURPOSE: Final = re.compile(
    r"\b(?:(?:for|about|any|if there (?:was|is|were)(?: any| some| an)?|on) (?:\w+ )?(?:news"
    r"|updates?"
    r"|status|decision|outcome|results?|progress|answer|feedback on (?:the|my) application)"
    r"|(?:the|their) (?:status|decision|outcome)|decided|decide|where (?:things|it)"
    r"|how (?:it|things) (?:stands?|looks?|(?:is|are) going)|whether they|if they had)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\bthank|\bwith (?:an?|the|my|some|good|bad) (?:news|update)|\bmy (?:news|decision|answer)\b"
    r"|\b(?:accept|withdr[ae]w|cancel|declin|sick|resch?edul)",
    re.IGNORECASE,
)
_AT_IT: Final = re.compile(
    r"\b(?:at the interview|in the interview|during|at the end|before the interview|to book)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the person did: on which day, where that was told, and how often."""

    day: date | None
    times: int = 1
    what: str | None = None


def thanks_sent(since: str, today: date) -> Step | None:
    """Find the thanks that went out after the interview."""
    for sentence, clause, _ in _done(_THANKS, since):
        if not _AT_THE_TIME.search(clause):
            return Step(_day(sentence, clause, today))
    return None


def chasings(since: str, text: str, today: date) -> Iterator[Step]:
    """Find where they asked for news; `text` counts only where nobody was asked about it."""
    for sentence, clause, found in _done(_CHASE, since or text):
        rest, verb = found["rest"], found[0].split()[0].lower()
        times = _TIMES.search(rest) or _TIMES.search(clause[: found.start()])
        if _OTHER.search(rest) or (not since and _AT_IT.search(sentence.words)):
            continue
        plain = verb in ("chased", "nudged", "followed", "checked")
        asked = _PURPOSE.search(rest) is not None
        often = bool(since) and times is not None and verb not in ("asked", "reminded")
        if not (plain or asked or often):
            continue
        count = 1 if times is None else ("two", "three", "four", "five").index(_which(times)) + 2
        yield Step(_day(sentence, clause, today), count)


_SENT: Final = re.compile(
    r"\b(?:sent|emailed|e-mailed|mailed|forwarded|uploaded|submitted|posted)"
    r"(?: (?:off|over|in|through|them|him|her|hr|back|two|both|all))*(?: (?:a copy|copies) of)? "
    rf"(?:{PAPER}|(?:it all|it|everything|all of (?:it|them)|what they (?:asked for|wanted))\b)",
    re.IGNORECASE,
)


def items_sent(words: str, owed: Sequence[str], today: date) -> Iterator[Step]:
    """Find what went out of that which was owed; None for the thing where it was all."""
    for sentence, clause, found in _done(_SENT, words):
        if "thank" in clause.lower():
            continue
        what = found["what"]
        if what is None:
            if owed:
                yield Step(_day(sentence, clause, today))
            continue
        name = thing(what)
        known = next((one for one in owed if _last(one) == _last(name)), name)
        yield Step(_day(sentence, clause, today), what=known)


def _done(cue: re.Pattern[str], words: str) -> Iterator[tuple[Sentence, str, re.Match[str]]]:
    """Give the clauses in which the person says that they did it."""
    for sentence in sentences_of(words):
        if sentence.asks:
            continue
        for clause in sentence.clauses:
            found = cue.search(clause)
            if found is not None and _is_own(clause[: found.start()]):
                yield sentence, clause, found


def _day(sentence: Sentence, clause: str, today: date) -> date | None:
    return past_day(clause, today) or past_day(sentence.words, today)


def _which(times: re.Match[str]) -> str:
    return next(name for name, found in times.groupdict().items() if found)


def _last(name: str) -> str:
    return name.split()[-1].lower().rstrip("s")
