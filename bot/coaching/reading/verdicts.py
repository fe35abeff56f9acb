"""Words in which somebody only judges themselves: they tell of no event, so they prove none."""

from __future__ import annotations

import re
from typing import Final

_MOST_WORDS: Final = 9
"""What is longer mostly tells what happened as well."""

_BEGIN: Final = (
    r"(?:(?:and|but|so|then|well|basically|honestly|anyway|i think|i guess|maybe) ,?){0,2}"
)
_HOW_MUCH: Final = (
    r"(?:(?:far|way|much|just|completely|totally|really|very|pretty|so|a bit|kind of|absolutely|too"
    r"|probably|clearly|definitely|obviously|quite|utterly) ){0,3}"
)
_VERDICT: Final = re.compile(
    rf"{_BEGIN}(?:"
    rf"i {_HOW_MUCH}(?:messed|screwed|cocked|stuffed|fluffed|blew|bombed|botched|ruined|failed"
    r"|tanked|fucked|flunked|muffed|butchered|choked)\b.{0,40}"
    rf"|i (?:was|am|felt|looked) {_HOW_MUCH}(?:over|under)-?dressed"
    rf"|i (?:was|am|felt|sounded|looked) {_HOW_MUCH}(?:bad|rubbish|terrible|awful|useless|stupid"
    r"|weak|poor|hopeless|boring|unprepared|slow|quiet|loud|arrogant|rude|nervous|negative|pathetic)"
    rf"|i (?:spoke|talked|answered|wrote|worked) {_HOW_MUCH}(?:fast|slow|slowly|quickly|long|little"
    r"|much|quietly|loudly|badly|poorly)"
    r"|(?:my|the) (?:\w+ ){1,2}(?:was|were|is|are|came out|went) "
    rf"{_HOW_MUCH}(?:long|short|bad|badly|rubbish|terrible|awful|weak|poor|vague|boring|slow|wrong|off"
    r"|nonsense|a disaster|a mess|not (?:good|great))"
    r")[ .!…]*"
)


def only_a_verdict(words: str) -> bool:
    """Tell whether these words, folded, say no more than how somebody finds themselves."""
    return len(words.split()) <= _MOST_WORDS and _VERDICT.fullmatch(words.strip()) is not None
