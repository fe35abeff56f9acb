"""Whether a telling holds the employer's own no, pasted in among the person's words."""

from __future__ import annotations

import re
from typing import Final

_NO: Final = re.compile(
    r"\b(?:we|they) (?:have |'ve |ve )?(?:decided|chosen|opted) "
    r"(?:to (?:move|proceed|go) (?:forward|ahead|on)? ?with (?:an)?other|not to (?:move|proceed"
    r"|progress|take|offer))\b"
    r"|\bwe (?:will|would|are|were)(?: not|n['’]t) (?:be )?(?:moving forward|proceeding"
    r"|progressing|taking your|able to offer you)"
    r"|\b(?:we|i) regret to (?:inform|tell|advise)\b"
    r"|\byour (?:application|interview) (?:was|has been|is) unsuccessful\b"
    r"|\byou have not been successful\b"
    r"|\boffered the (?:role|post|position|job) to another\b",
    re.IGNORECASE,
)


def says_no(text: str) -> bool:
    """Tell whether their no stands in it, in words that leave no doubt.

    A no in the person's own words is asked about instead: when it came matters as well.
    """
    return bool(_NO.search(text))
