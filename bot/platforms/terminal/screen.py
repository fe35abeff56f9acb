"""Words on the screen: wrapped at word ends at any width, and left as they are on a pipe."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Styled

from bot.words import Language, Text


def console() -> Console:
    """Give the console of this run."""
    return Console(highlight=False, emoji=False, soft_wrap=not sys.stdout.isatty())


class Screen:
    """Puts words on a console: no boxes, nothing told by colour alone."""

    def __init__(self, console: Console, language: Language) -> None:
        self._console = console
        self._language = language

    def say(self, text: Text) -> None:
        """Say something."""
        self.put(self._language.say(text))

    def put(self, words: str, style: str | None = None) -> None:
        """Put words as they are."""
        self._console.print(words, markup=False, highlight=False, emoji=False, style=style)

    def quote(self, words: str) -> None:
        """Put a person's own words, set in from the edge."""
        if self._console.soft_wrap:
            self.put("\n".join(f"    {line}" for line in words.split("\n")))
            return
        self._console.print(Padding(Styled(words), (0, 0, 0, 4)), style="italic", highlight=False)
