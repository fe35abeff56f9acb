"""Words cut into the pieces that the trained model knows (WordPiece, lower case, no accents)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

UNKNOWN: Final = "[UNK]"
START: Final = "[CLS]"
BREAK: Final = "[SEP]"
_GOES_ON: Final = "##"
_LONGEST_WORD: Final = 100
"""Letters; what is longer is no word, and would take time that grows with its square."""
_WORDS: Final = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*|\\S")
"""A word, with accents that are letters of their own; or one mark."""


class Pieces:
    """A list of pieces, and the numbers that stand for a text in it."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: at for at, piece in enumerate(listed)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.start = self._numbers[START]
        self.end = self._numbers[BREAK]

    def of(self, text: str) -> list[int]:
        """Give the numbers of the pieces of a text."""
        return [number for _, _, numbers in self.words(text) for number in numbers]

    def words(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Give the words of a text: where each begins and ends, and its pieces."""
        for word in _WORDS.finditer(text):
            bare = _bare(word.group())
            if bare:
                yield word.start(), word.end(), self._of_word(bare)

    def _of_word(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        unknown = (self._numbers[UNKNOWN],)
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            lead = _GOES_ON if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(lead + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return unknown
        return tuple(found)


_REMEMBERED: Final = 20_000
"""Words whose pieces are kept: common ones come again and again."""


def _bare(word: str) -> str:
    """Give a word in small letters and without accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(one for one in apart if unicodedata.category(one) != "Mn")
