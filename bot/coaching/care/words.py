"""The same words, however they were typed: what the signs of `knowledge/care.toml` are held to."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import Final

_APOSTROPHES: Final = re.compile("['`´‘’ʼ′＇]")
_QUOTES: Final = re.compile("[“”„«»]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_THREE_LETTERS: Final = re.compile(r"([a-z])\1{2,}")
_SPELT_OUT: Final = re.compile(r"\b(?:[a-z][ .-]){3,}[a-z]\b")

_NOT: Final = {
    "cannot": "cant",
    "can not": "cant",
    "can t": "cant",
    "do not": "dont",
    "dnt": "dont",
    "don t": "dont",
    "does not": "doesnt",
    "did not": "didnt",
    "could not": "couldnt",
    "couldn t": "couldnt",
    "would not": "wouldnt",
    "should not": "shouldnt",
    "will not": "wont",
    "is not": "isnt",
    "was not": "wasnt",
    "were not": "werent",
    "have not": "havent",
    "has not": "hasnt",
}
"""Made short before the others: "I have not" is "I havent" and never "Ive not"."""
_SHORT: Final = {
    "i am": "im",
    "i m": "im",
    "i have": "ive",
    "i ve": "ive",
    "i would": "id",
    "i d": "id",
    "i had": "id",
    "i will": "ill",
    "what is": "whats",
    "there is": "theres",
    "any more": "anymore",
    "any longer": "anymore",
    "gonna": "going to",
    "gunna": "going to",
    "going too": "going to",
    "wanna": "want to",
    "wana": "want to",
    "my self": "myself",
    "mysef": "myself",
    "myslef": "myself",
    "meself": "myself",
    "some one": "someone",
    "no-one": "no one",
    "for ever": "forever",
}
_SAME_WORDS: Final = tuple(
    (re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"), words) for words in (_NOT, _SHORT)
)


def plain(text: str) -> str:
    """Give a text in small letters and short forms, without accents and empty lines."""
    same = unicodedata.normalize("NFKD", text.upper()).casefold()
    same = _MARKS.sub("", _INVISIBLE.sub("", same))
    same = _QUOTES.sub('"', _APOSTROPHES.sub("", same))
    lines = (" ".join(line.split()) for line in same.split("\n"))
    same = _THREE_LETTERS.sub(r"\1", "\n".join(line for line in lines if line))
    same = _SPELT_OUT.sub(lambda found: re.sub("[ .-]", "", found[0]), same)
    for pattern, words in _SAME_WORDS:
        same = pattern.sub(partial(_short, words), same)
    return same


def _short(words: dict[str, str], found: re.Match[str]) -> str:
    return words[found[0]]
