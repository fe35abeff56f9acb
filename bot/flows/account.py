"""The free account: in their own words, in as many pieces as they like, until "that's all"."""

from __future__ import annotations

from itertools import count

from bot.coaching import knowledge
from bot.coaching.reading import Written
from bot.flows.looking import kind_of
from bot.flows.steps import Flow, say
from bot.flows.telling import Ended, Heard, tell
from bot.limits import ACCOUNT_LONGEST
from bot.words import t


def account(heard: Heard, *, begun: bool, direct: bool) -> Flow[str]:
    """Listen to the account; gives the mail in which they said no, where one was pasted.

    `begun` means that the first answer was the story already, so only the rest is asked for.
    """
    rejection = ""
    asked = False
    for number in count(1):
        key = "account" if number == 1 else f"account.{number}"
        room = ACCOUNT_LONGEST - len(heard.text) - 1
        if room < 1:
            yield from say(t("That is as much as I can keep for one interview. I have all of it."))
            break
        if begun or asked:
            question = t("Is there more? Write on, or say “that's all”.")
        else:
            question = knowledge.questions()["account"].words(direct=direct)
        words = yield from tell(key, question, longest=room, several=True)
        if isinstance(words, Ended):
            break
        asked = True
        kind, english = yield from kind_of(f"kind.{number}", words)
        match kind:
            case Written.REJECTION:
                rejection = words
                yield from say(
                    t(
                        "That reads like their message to you. I have kept that they said no, and "
                        "I do not read it as your story. What happened in the interview itself?"
                    )
                )
                continue
            case Written.ADVERT:
                yield from say(
                    t(
                        "That reads like a job advert, so I do not read it as your story. What "
                        "happened in the interview itself?"
                    )
                )
                continue
            case Written.SIGNS_ONLY | Written.EMPTY:
                yield from say(
                    t("I can only read words. A few plain ones are enough: what happened?")
                )
                continue
            case Written.INSTRUCTIONS:
                yield from say(
                    t(
                        "That reads like an instruction to me. I only debrief interviews, and it "
                        "changes nothing here. What happened in the interview?"
                    )
                )
                continue
            case Written.ACCOUNT:
                heard.pieces[key] = words
        if not english:
            yield from say(
                t(
                    "I can only read English so far, so I will find little in these words. I have "
                    "kept them, and the questions work all the same."
                )
            )
    return rejection
