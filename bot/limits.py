"""How long a text may be and which characters it may hold: the one place that knows.

Lengths are in Unicode code points unless a name says otherwise. The platforms' figures are those of
their own documentation as of November 2026.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

ACCOUNT_LONGEST: Final = 60_000
"""An account of an interview, all its pieces together. The rest is refused, and that is said."""

ANSWER_LONGEST: Final = 8_000
"""One answer to one question that is not the account."""

QUOTE_LONGEST: Final = 200
"""A person's own words shown back to them in one piece."""

OPTIONS_MOST: Final = 25
"""Options under one question: a Discord select menu holds no more."""

OPTION_LABEL_LONGEST: Final = 80
"""The label of an option: a Discord button holds no more."""

QUESTION_LONGEST: Final = 1_800
"""One question with its quote: leaves room under Discord's 2,000 for a message."""

SAYING_LONGEST: Final = 3_800
"""One thing said: leaves room under Telegram's 4,096 UTF-16 units for a message."""

KEY_LONGEST: Final = 50
"""A question's key in bytes: fits Telegram's 64 bytes of callback data beside the rest."""

_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but for tab and new line
    "\u202a-\u202e"  # embeddings and overrides, which can make a text read as another one
    "\ufff9-\ufffb\ufffe\uffff]"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is kept of something typed: the text, and how many characters were left behind."""

    text: str
    removed: int
    """Control characters and the like that were taken out."""
    cut: int
    """Characters past the longest length that were not kept."""


def cleaned(typed: str, longest: int) -> Cleaned:
    """Take out what no chat shows and keep at most `longest` characters of the rest."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    plain, removed = _FORBIDDEN.subn("", lines)
    plain, broken = _SURROGATE.subn("", plain)
    whole = plain.strip()
    return Cleaned(whole[:longest].rstrip(), removed + broken, max(0, len(whole) - longest))


def has_words(text: str) -> bool:
    """Tell whether there is anything to read: a letter or a digit of any script."""
    return any(unicodedata.category(letter)[0] in "LN" for letter in text)
