"""What a person told in one run of a flow, in pieces, each with its place in the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from bot.flows.replies import Done, Written
from bot.flows.steps import Flow, write
from bot.limits import ANSWER_LONGEST
from bot.words import Text


class Ended(Enum):
    """The two ways in which a question for words ends without any."""

    SKIPPED = auto()
    DONE = auto()


@dataclass(slots=True)
class Heard:
    """What was told so far. Lives as long as one run of a flow, and no longer."""

    pieces: dict[str, str] = field(default_factory=dict)
    """The person's words by the key of the question that they answered, in order."""

    @property
    def text(self) -> str:
        """The telling: all pieces in order, a new line between two."""
        return "\n".join(self.pieces.values())

    def place_of(self, key: str) -> int:
        """Give the offset at which a piece begins in the telling.

        Raises:
            KeyError: no piece of that name.
        """
        at = 0
        for name, words in self.pieces.items():
            if name == key:
                return at
            at += len(words) + 1
        raise KeyError(key)


def tell(
    key: str, text: Text, *, longest: int = ANSWER_LONGEST, several: bool = False
) -> Flow[str | Ended]:
    """Ask for words; gives them, or how the question ended without any."""
    reply = yield from write(key, text, longest=longest, several=several)
    match reply:
        case Written(words):
            return words
        case Done():
            return Ended.DONE
        case _:
            return Ended.SKIPPED
