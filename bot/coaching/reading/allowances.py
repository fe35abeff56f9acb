"""What takes a fault back: it was done over, rightly, or only the words of a language failed."""

from __future__ import annotations

import re
from typing import Final

_DONE_AGAIN: Final = re.compile(
    r"\b(?:made|cooked|baked|poured|wrote|typed|cut|counted|built|plated|welded|drew|mixed|sewed)"
    r" (?:it|them|that|this one|the \w+|mine|it all|one) (?:all )?(?:again|over|afresh|anew"
    r"|from scratch|a second time)\b(?! (?:and|but) (?:again|wrong|still))"
    r"|\b(?:did|done|do|started) (?:it|them|that|the \w+)(?: all)? (?:again|over|afresh)"
    r" (?:properly|right|well|better|from scratch|from the start|and (?:it|that|this time))\b"
    r"|\b(?:made|did|cooked|poured|took|wrote|sent) (?:a (?:new|fresh|second|better)|another)"
    r" (?:one|batch|jug|pan|pot|cup|plate|portion|copy|version|lot)\b"
    r"|\bre-?(?:made|did|cooked|poured|wrote|cut|counted|plated|printed|typed)"
    r" (?:it|them|that|the)\b"
    r"|\b(?:binned|threw|chucked|tipped|poured) (?:it|them|that|the \w+)"
    r"(?: away| out| down the sink| in the bin)?,? (?:and|then|and then) (?:i )?"
    r"(?:made|did|started|cooked|poured|took|got)\b"
    r"|\b(?:swapped|replaced|exchanged) (?:it|them|that|the \w+)(?: out)?"
    r" (?:at once|straight away|right away|before|in time)\b"
    r"|\bbefore (?:any(?:one|body)|the (?:guests?|customers?|table|chef)|it)"
    r"(?: \w+)? (?:got|saw|noticed|drank|ate|tasted|left the|went out|was served)\b"
)
_TONGUE: Final = (
    r"(?:english|german|french|spanish|dutch|polish|italian|portuguese|danish|swedish|norwegian"
    r"|finnish|czech|romanian|turkish|arabic|hindi|urdu|ukrainian|russian|chinese|greek|hungarian"
    r"|bulgarian|my (?:own )?language|my mother tongue)"
)
_WORDS_MISSING: Final = re.compile(
    rf"\b(?:(?:know|knew|find|found|have|had|remember|miss(?:ed|ing)?|lack(?:ed)?|without|forgot)"
    rf" (?:all |half |some of )?(?:the|any|some|enough|no)"
    rf" (?:right |{_TONGUE} |special |technical |professional )*(?:words?|vocabulary|terms?)"
    rf"|the (?:right |{_TONGUE} )?words? (?:for it |for that |for this )?(?:was|were"
    rf"|did ?n'?t|did not)"
    rf" (?:\w+ )?(?:missing|come|there)"
    rf"|(?:did ?n'?t|did not|could ?n'?t|could not|do ?n'?t|do not) (?:know|remember|say|explain"
    rf"|express)(?: how)?(?: to say| to explain| to call)? (?:it|that|this|them) in {_TONGUE}"
    rf"|in {_TONGUE} i (?:know|knew|can|could|have|do|would)\b"
    rf"|(?:blanked|stuck|stumbled) on (?:the|a|one|some) (?:{_TONGUE} )(?:words?|terms?)"
    rf"|i (?:know|knew) (?:it|that|them|this|all of it)(?: \w+)? (?:only )?in {_TONGUE})"
)


def done_again(words: str) -> bool:
    """Tell whether these words, in small letters, say that something was done over and rightly."""
    return _DONE_AGAIN.search(words) is not None


def words_missing(words: str) -> bool:
    """Tell whether these words say that somebody lacked words in a language, and not the thing."""
    return _WORDS_MISSING.search(words) is not None
