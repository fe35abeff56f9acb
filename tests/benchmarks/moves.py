"""The ten answers that every bot here is given, and accounts of any length."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from typing import Final, TypeAlias


class Move(Enum):
    """What a person can do at a question besides answering it."""

    DONE = auto()
    SKIP = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the peers ask it."""

    key: str
    text: str


Answer: TypeAlias = str | Move

_ACCOUNT: Final = (
    "It was the second round, by video, with the team lead and somebody from HR. I was ten minutes "
    "late. They asked why I left my last job and I complained about my old manager. On the SQL "
    "task I rambled for five minutes. The interviewer was on his phone for most of it. I had not "
    "looked at their website, and I think that they noticed."
)

MOVES: Final[tuple[tuple[Question, Answer], ...]] = (
    (Question("job", "Which job was it for, and where?"), "Data analyst at a bank, second round"),
    (Question("mode", "How much would you like to do now?"), "whole"),
    (Question("account", "What happened? Tell it in your own words."), _ACCOUNT),
    (Question("account.2", "Is there more? Write on, or say “that's all”."), Move.DONE),
    (
        Question("unanswered", "Which question could you not answer?"),
        "The one on window functions.",
    ),
    (Question("one_answer", "Which answer do you keep thinking about?"), Move.SKIP),
    (Question("practical", "What did you do in the practical part?"), "I wrote two queries."),
    (Question("next_steps", "What did they say about the next steps?"), "They write next week."),
    (Question("too_personal", "Did they ask anything too personal?"), Move.SKIP),
    (Question("since", "What has happened since?"), "I sent nothing so far."),
)
"""Each question as a peer asks it, and the answer. Debrief asks in its own words and order."""

_SENTENCES: Final = (
    "They asked me about a project that I was proud of, and I rambled for five minutes.",
    "The lead developer was on his phone while I explained the design.",
    "I could not remember how an index works, so I said that I would look it up.",
    "Then we talked about the salary and I named a figure before they did.",
    "A woman from another team joined late and asked why I had changed jobs twice.",
    "I complained about my old manager, who did not listen to anybody.",
    "The task was to find a slow query, and I found it after some minutes.",
    "They told me that the team is in two offices and that I would travel once a month.",
    "I did not ask anything at the end because I was tired.",
    "When they asked about a conflict I told them about the release that we had to stop.",
)


def account(length: int) -> str:
    """Give an account of so many characters; no two sentences of it are the same."""
    text = ""
    for number in count(1):
        if len(text) >= length:
            return text[:length].rstrip()
        sentence = _SENTENCES[(number - 1) % len(_SENTENCES)]
        text += sentence if number <= len(_SENTENCES) else f"In part {number}: {sentence}"
        text += " "
    raise AssertionError


def words_of(answer: Answer) -> str:
    """Give an answer as a person types it in a chat that has no buttons."""
    match answer:
        case Move.DONE:
            return "that's all"
        case Move.SKIP:
            return "skip"
        case str():
            return answer


def person_number(conversation: int, people: int) -> int:
    """Give whose turn it is: somebody else each time, spread over all who are stored."""
    return conversation * 7_919 % people
