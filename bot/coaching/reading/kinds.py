"""What somebody has written: an account, or something else that deserves a clear word."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.coaching.reading.splitting import folded
from bot.limits import has_words


class Written(StrEnum):
    """What a text is."""

    ACCOUNT = "account"
    """An account of an interview, or a text that may be one."""
    REJECTION = "rejection"
    """A rejection that was pasted in: their words, not the candidate's."""
    ADVERT = "advert"
    """A job advert that was pasted in."""
    INSTRUCTIONS = "instructions"
    """An attempt to tell the bot what it is or how to behave."""
    SIGNS_ONLY = "signs_only"
    """Emoji or punctuation, and no word."""
    EMPTY = "empty"


_TELLING: Final = re.compile(
    r"\bi(?:'?d)? (?:was|had|did|didn'?t|got|went|said|told|asked|felt|think|thought|could"
    r"|couldn'?t|just|never|arrived|answered|forgot|knew|gave|ended|started|messed|turned|waited"
    r"|sent|tried|wasn'?t|don'?t|haven'?t|made|applied|interviewed)\b"
    r"|\b(?:he|she|they|interviewer|manager|recruiter|hr) (?:asked|told|said|kept|wanted) (?:me|if)"
)

_REJECTION: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bthank(?:s| you) (?:very much |so much )?for (?:your (?:interest|time|application)"
        r"|taking the time|applying|attending|coming|interviewing|meeting)",
        r"\bunfortunately\b|\bwe regret\b|\bregret to (?:inform|advise|tell)\b|\bsorry to (?:say"
        r"|inf)",
        r"\bnot (?:be )?(?:able to )?(?:been )?(?:success|proceed|progress|mov|tak|offer|select"
        r"|shortl)"
        r"|\bunsuccessful\b|\b(?:decided|chosen|opted) (?:not )?to (?:move|proceed|go|offer"
        r"|progress)",
        r"\bother (?:candidates|applicants)\b|\banother candidate\b|\bmore closely\b"
        r"|\bhigh (?:number|volume|standard|calibre|quality)\b",
        r"\bwish you\b|\bevery success\b|\bbest of luck\b|\bfuture (?:endeavou?rs|career|search"
        r"|roles)",
        r"\b(?:kind|best|warm)(?:est)? regards\b|\byours (?:sincerely|faithfully)\b|^\s*dear \w"
        r"|\bhr team\b"
        r"|\b(?:talent|recruitment|hiring|people) (?:acquisition|team)\b",
        r"\bkeep your (?:cv|details|resume|application|profile)\b|\bon file\b|\bon this occasion\b",
    )
)
_ADVERT: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:key |main |your )?responsibilities\b|\bduties include\b|\bthe role\b"
        r"|\babout the job\b",
        r"\brequirements\b|\bqualifications\b|\bessential (?:skills|criteria)\b|\bdesirable\b"
        r"|\bmust have\b|\bnice to have\b",
        r"\bwe(?:'re| are) (?:looking for|seeking|hiring|recruiting)\b|\bwe seek\b|\bnow hiring\b"
        r"|\bis (?:looking for|seeking|hiring)\b|\bjoin our\b",
        r"\bwhat we offer\b|\bwe offer\b|\bbenefits\b|\bcompetitive (?:salary|pay)\b"
        r"|\bannual leave\b",
        r"\bapply (?:now|today|by|via|online|here)\b|\bsend your (?:cv|resume)\b|\bclosing date\b"
        r"|\bto apply\b",
        r"\b(?:the|our) (?:ideal|successful) (?:candidate|applicant)\b|\byou will (?:be|have"
        r"|work|lead)\b"
        r"|\byou'll (?:be|have|work|lead)\b|\bthe successful\b",
        r"\d\+? years'? (?:of )?experience\b|\bproven (?:track record|experience)\b"
        r"|\bfull[- ]time\b"
        r"|\bpart[- ]time\b|\bpermanent\b",
        r"\bequal opportunit|\bdiversity\b|\breports? to\b|\babout us\b",
    )
)
_INSTRUCTIONS: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any )?(?:of )?(?:your|the|my|these"
    r"|those"
    r"|previous|prior|above|earlier)[a-z ]{0,20}\b(?:instructions?|rules?|prompts?|programming"
    r"|guidelines?|restrictions?|training)\b"
    r"|\byou are now (?:a|an|in|my|the|called|dan)\b|\b(?:system|developer) (?:prompt|message)\b"
    r"|\b(?:act|behave|respond|answer) as (?:if you (?:are|were)|a|an|my)\b"
    r"|\bpretend (?:to be|you(?:'re| are)|that you)\b|\bjailbreak\b|\b(?:developer|dan|god) mode\b"
    r"|\bfrom now on,? you\b|\bnew (?:instructions|rules) for you\b|\byour new role is\b"
    r"|</?(?:system|instructions?|prompt)>|\breveal your (?:prompt|instructions|rules)\b"
)


def what_is(text: str) -> Written:
    """Tell what somebody has written. When in doubt it is an account."""
    if not text.strip():
        return Written.EMPTY
    if not has_words(text):
        return Written.SIGNS_ONLY
    low = folded(text)
    telling = sum(1 for _ in _TELLING.finditer(low))
    if _INSTRUCTIONS.search(low) and telling < 2:
        return Written.INSTRUCTIONS
    if telling <= 1:
        if sum(bool(pattern.search(low)) for pattern in _REJECTION) >= 3:
            return Written.REJECTION
        if sum(bool(pattern.search(low)) for pattern in _ADVERT) >= 4:
            return Written.ADVERT
    return Written.ACCOUNT
