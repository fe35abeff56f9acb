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


_OWN_VOICE: Final = re.compile(
    r"(?<!let )(?<!contact )(?<!call )(?<!email )\b(?:i|im|i'm|i've|ive|i'd|my|me)\b"
    r"(?![^.!?\n]{0,60}\b(?:let you know|your?\b(?! know)))"
)
"""The candidate's voice. "I wanted to thank you" is an employer's."""

_TELLING: Final = re.compile(
    r"\bi(?:'?d)? (?:just |really |then |also |never |nearly |almost |kept )?(?:was|had|did"
    r"|didn'?t|got"
    r"|went|said|told|felt|think|thought|could|couldn'?t|forgot|knew|gave|messed|sent|wasn'?t|froze"
    r"|haven'?t|made|wrote|put|ran|came|saw|spoke|left|lost|took|rang|[a-z]{2,12}ed)\b"
    r"|\b(?:he|she|they|interviewers?|manager|recruiter|hr|chef|boss) "
    r"(?:asked|told|said|kept|wanted|gave)\b"
)
_REPORTING: Final = re.compile(
    r"\b(?:just got|got (?:a|an|the|this|it|that)|(?:mail|email|letter|call|answer|reply|rejection)"
    r" (?:came|arrived|said|today|yesterday)|(?<!we )(?<!have )received|(?:they|he|she) (?:said"
    r"|wrote|told)|gutted"
    r"|interview(?:er)? (?:went|was|asked)|went|felt|told|was asked|they asked|he asked|she asked"
    r"|asked (?:about|for|why|how|what|if))\b"
)
"""Somebody tells of it, even without an "I"."""

_DECISION: Final = re.compile(
    r"\bunsuccessful\b|\bregret to\b|\bwe regret\b|\b(?:other|another) (?:candidate|applicant)s?\b"
    r"|\bnot (?:be |been )?(?:able to )?(?:success|proceed|progress|mov|tak|offer|select|shortl)"
    r"|\bwon'?t be (?:mov|progress|proceed|tak|offer)"
    r"|\b(?:decided|chosen|opted) (?:not )?to (?:move|proceed|go|offer|progress|pursue)"
    r"|\b(?:position|role|vacancy) has (?:now )?been filled\b"
)
_REJECTION: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bthank(?:s| you) (?:very much |so much |again )?for (?:your (?:interest|time|appl)"
        r"|taking the time|applying|attending|coming|interviewing|meeting|speaking)",
        r"\bunfortunately\b|\bregret\b|\bsorry to (?:say|inf|tell)\b|\bi'?m afraid\b",
        _DECISION.pattern,
        r"\bmore closely\b|\bhigh (?:number|volume|standard|calibre|quality)\b"
        r"|\bcareful(?:ly)? consider",
        r"\bwish you\b|\bevery success\b|\b(?:best of luck|all the best)\b"
        r"|\bfuture (?:endeavou?rs|career|search|roles|opportunities|applications)",
        r"\b(?:kind|best|warm)(?:est)? regards\b|\byours (?:sincerely|faithfully)\b"
        r"|^\s{0,9}(?:dear|hi|hello) \w|\bhr team\b"
        r"|\b(?:talent|recruitment|hiring|people) (?:acquisition|team)\b",
        r"\bkeep your (?:cv|details|resume|application|profile)\b|\bon file\b|\bon this occasion\b",
    )
)
_LETTER: Final = re.compile(r"(?:^|\n)\s{0,9}(?:dear|hi|hello) \w")
_SIGNED: Final = re.compile(
    r"\b(?:regards|sincerely|faithfully|best wishes|hr team)\b"
    r"|\b(?:talent|recruitment|hiring|people) team\b"
)

_ADVERT: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:responsibilities|duties include|the role|about the job)\b",
        r"\b(?:requirements|qualifications|essential (?:skills|criteria)|desirable|must have"
        r"|nice to have)\b",
        r"\d\+? years'? (?:of )?experience\b|\bproven (?:track record|experience)\b"
        r"|\b(?:full[- ]time|part[- ]time|permanent)\b",
        r"\bbenefits\b|\bcompetitive (?:salary|pay)\b|\bannual leave\b",
        r"\breports? to\b|\babout us\b|\bdiversity\b",
    )
)
_ADVERT_VOICE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:we(?:'re| are)|is) (?:looking for|seeking|hiring|recruiting)\b|\bwe seek\b"
        r"|\bnow hiring\b|\bjoin our\b|\bwanted\b",
        r"\b(?:what we|we) offer\b|\bwe provide\b",
        r"\bapply (?:now|today|by|via|online|here|at)\b|\bsend your (?:cv|resume)\b"
        r"|\bclosing date\b|\bto apply\b",
        r"\b(?:the|our) (?:ideal|successful) (?:candidate|applicant)\b"
        r"|\byou(?:'ll| will) (?:be|have|work|lead)\b",
        r"\bequal opportunit",
    )
)

_ORDER: Final = (
    r"(?:^|[.!?\n:;\"]\s{0,3})"
    r"(?:(?:ok|okay|so|now|hey|hi|hello|and|then|please|pls|bot|debrief|first|from now on"
    r"|i (?:want|need) you to|you (?:must|should|will|have to|need to)|(?:can"
    r"|could) you)[ ,]+){0,4}"
)
_RULES: Final = (
    r"(?:instructions?|rules?|prompts?|programming|guidelines?|restrictions?|training|orders)\b"
)
_INSTRUCTIONS: Final = re.compile(
    rf"{_ORDER}(?:ignore|disregard|forget|override|bypass|break) (?:(?:all|any|every|of|your|the|my"
    rf"|these|those|previous|prior|above|earlier|preceding|other|safety|system) ){{1,5}}{_RULES}"
    rf"|{_ORDER}(?:enter|enable|activate|switch to) (?:developer|dan|god|jailbreak) mode\b"
    rf"|{_ORDER}(?:reveal|show|print|repeat|output|display|leak|tell me|give me|show me|what'?s"
    r"|what is|what are) (?:your|the) (?:(?:full|system|hidden|initial|secret|original) ){0,2}"
    r"(?:prompt|instructions|rules|system message)\b"
)
_NAMED: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any )?(?:of )?(?:your"
    r"|the)? ?(?:previous"
    rf"|prior|above|earlier) {_RULES}"
    r"|\b(?:your|new) system (?:prompt|message)\b|</?(?:system|instructions?|prompt)>|\[system\]"
    r"|(?:^|\n)\s{0,3}system(?: prompt| message)?:"
    r"|\byour (?:rules|instructions|guidelines|restrictions) (?:do not|don'?t|no longer|are) "
    r"|\bnew (?:instructions|rules) for you\b"
)
_ROLES: Final = re.compile(
    rf"{_ORDER}(?:you(?:'re| are)|u r) now (?:a|an|my|the|called|dan|no longer|free|not"
    rf"|in \w+ mode)\b"
    r"(?! (?:candidate|member|applicant|part|employee))"
    rf"|{_ORDER}(?:act|behave|respond|answer|speak|talk) (?:as|like) (?:if you|though you|a|an"
    rf"|my|the"
    r"|dan)\b"
    rf"|{_ORDER}pretend (?:to be|you(?:'re| are)|that you)\b"
    r"|(?:^|[.!?\n]\s{0,3})from now on,? you (?:are|will|must)\b"
)
_ROLE_PLAY: Final = re.compile(
    r"\b(?:role[- ]?play\w*|scenario|exercise|task|customer|patient|interviewers?|asked"
    r"|assessment)\b"
)


def what_is(text: str) -> Written:
    """Tell what somebody has written. When in doubt it is an account."""
    if not text.strip():
        return Written.EMPTY
    if not has_words(text):
        return Written.SIGNS_ONLY
    low = folded(text)
    telling = _count(_TELLING, low)
    if (telling <= 1 and _INSTRUCTIONS.search(low)) or (telling == 0 and _NAMED.search(low)):
        return Written.INSTRUCTIONS
    own = _count(_OWN_VOICE, low)
    if _is_rejection(low, own):
        return Written.REJECTION
    if own == 0 and not _REPORTING.search(low) and _is_advert(low):
        return Written.ADVERT
    if telling == 0 and not _ROLE_PLAY.search(low) and _ROLES.search(low):
        return Written.INSTRUCTIONS
    return Written.ACCOUNT


def _is_rejection(low: str, own: int) -> bool:
    if own > 2 or not _DECISION.search(low):
        return False
    if sum(bool(pattern.search(low)) for pattern in _REJECTION) < 3:
        return False
    if _LETTER.search(low) and _SIGNED.search(low):
        return True  # a word of their own may stand before it
    return own == 0 and not _REPORTING.search(low)


def _is_advert(low: str) -> bool:
    voice = sum(bool(pattern.search(low)) for pattern in _ADVERT_VOICE)
    return voice >= 1 and voice + sum(bool(pattern.search(low)) for pattern in _ADVERT) >= 4


def _count(pattern: re.Pattern[str], low: str) -> int:
    return sum(1 for _ in pattern.finditer(low))
