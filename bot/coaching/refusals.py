"""Whether a telling holds a no: in the employer's words, pasted, or in the person's own."""

from __future__ import annotations

import re
from typing import Final

_THEIRS: Final = re.compile(
    r"\b(?:decided|chosen|opted) (?:to (?:move|proceed|go) (?:forward|ahead|on)? ?with|not to "
    r"(?:move"
    r"|proceed|progress|take|offer))\b"
    r"|\b(?:will|would|are|were|is|be) not (?:be )?(?:moving forward|proceeding|progressing|"
    r"taking your"
    r"|able to offer you)"
    r"|\bregret to (?:inform|tell|advise)\b|\b(?:application|interview) (?:was|has been|is)"
    r" unsuccessful\b|\bhave not been successful\b|\boffered the (?:role|post|position|job) to "
    r"another\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\b(?:they|he|she|it|the company|hr) (?:have |has |had )?(?:rejected|turned) me\b"
    r"|\bi (?:was|got|have been|'ve been|ve been) (?:rejected|turned down)\b"
    r"|\b(?:got|had|received|sent me) (?:a|the|my|their) (?:\w+ )?(?:rejection|no)\b(?! (?:idea|"
    r"reply|answer))"
    r"|\bi did(?: not|n['’]t|nt) get (?:it|the (?:job|role|post|position))\b"
    r"|\bthey said no\b(?! (?:need|problem|worries|rush|one))"
    r"|\bthey did(?: not|n['’]t|nt) (?:hire|take|choose|pick|want) me\b",
    re.IGNORECASE,
)
_NOT_YET: Final = re.compile(
    r"\b(?:if|when|once|unless|afraid|worried|scared|expect|bet|probably|maybe|hope|last time"
    r"|before that|another|other) (?:\w+ ){0,4}$",
    re.IGNORECASE,
)


def says_no(text: str) -> bool:
    """Tell whether they said no, where the words leave no doubt; feared or earlier ones do not."""
    if _THEIRS.search(text):
        return True
    return any(
        not _NOT_YET.search(text[max(0, found.start() - 60) : found.start()])
        for found in _OWN.finditer(text)
    )
