"""Lines that fit a terminal, without a console: for errors, notes and what is read aloud once."""

from __future__ import annotations

import shutil
import textwrap
from typing import TextIO


def fitted(words: str, stream: TextIO) -> str:
    """Wrap words at word ends where a stream is a terminal; on a pipe they stay one line."""
    if not stream.isatty():
        return words
    return wrapped(words, shutil.get_terminal_size().columns)


def wrapped(words: str, width: int) -> str:
    """Wrap each line at word ends; a word that is longer than the width stays whole."""
    return "\n".join(_line(line, max(width, 1)) for line in words.split("\n"))


def _line(line: str, width: int) -> str:
    return textwrap.fill(
        line,
        width,
        subsequent_indent=line[: len(line) - len(line.lstrip())],
        break_long_words=False,
        break_on_hyphens=False,
    )
