"""What is typed at a question is taken as it was meant, or refused in one short sentence."""

from __future__ import annotations

import pytest

from bot.conversations import Command, command_in
from bot.conversations.judging import Fits, Unfit, judged
from bot.flows.places import PLACES
from bot.flows.replies import Chosen
from bot.flows.steps import CONFIRMING, LATER, Choose, Option, Write
from bot.words import ENGLISH, t

FITS = Choose(
    "fits.1",
    t("Does that fit?"),
    (
        Option("fits", t("Yes, that fits")),
        Option("strike", t("Strike one out")),
        Option("why", t("Why do you say that?")),
    ),
)
PLACE = Choose("country", t("In which country is the employer?"), PLACES)
SURE = Choose("ask.1", t("Did you?"), CONFIRMING)
SAFE = Choose(
    "safe",
    t("Are you safe?"),
    (
        Option("unsafe", t("No, or not sure")),
        Option(LATER, t("Yes. Stop here")),
        Option("go_on", t("Yes. Go on")),
    ),
)
ACCOUNT = Write("account.2", t("Is there more?"), several=True)


@pytest.mark.parametrize(
    ("question", "typed", "name"),
    [
        (FITS, "yes", "fits"),
        (FITS, "Yes that fits.", "fits"),
        (FITS, "why do you say that", "why"),
        (FITS, "strike", "strike"),
        (PLACE, "germany", "DE"),
        (PLACE, "Germ", "DE"),
        (PLACE, "uk", "GB"),
        (PLACE, "the U.K.", "GB"),
        (PLACE, "USA", "US"),
        (PLACE, "us", "US"),
        (PLACE, "new zealand.", "NZ"),
        (SURE, "idk", "not_sure"),
        (SURE, "I don't know", "not_sure"),
        (SURE, "I don’t know.", "not_sure"),
        (SURE, "dunno", "not_sure"),
        (SURE, "no", "no"),
        (SAFE, "no", "unsafe"),
        (SAFE, "yes go on", "go_on"),
    ],
)
def test_a_typed_answer_is_taken_as_it_was_meant(question: Choose, typed: str, name: str) -> None:
    assert judged(question, question.key, typed, ENGLISH) == Fits(Chosen(name))


@pytest.mark.parametrize(
    ("question", "typed"),
    [(SAFE, "yes"), (FITS, "maybe"), (FITS, "s t"), (FITS, "?"), (FITS, ""), (FITS, "idk")],
)
def test_what_could_be_two_answers_or_none_is_refused_in_one_short_sentence(
    question: Choose, typed: str
) -> None:
    refused = judged(question, question.key, typed, ENGLISH)
    assert isinstance(refused, Unfit)
    assert (
        ENGLISH.say(refused.why)
        == "That is none of the answers here. Choose one of these, or skip it:"
    )


@pytest.mark.parametrize("question", [FITS, PLACE, SURE, ACCOUNT])
def test_skip_stays_a_command_at_every_question(question: Choose | Write) -> None:
    assert command_in("skip", question) is Command.SKIP
    assert command_in("Skip.", question) is Command.SKIP


@pytest.mark.parametrize(
    "typed",
    [
        "no thats everything",
        "No, that's everything.",
        "thats everything",
        "nothing more",
        "nothing else",
        "no more",
        "i'm done",
        "I’m done",
        "end",
        "no, nothing else",
        "that's all",
    ],
)
def test_an_account_ends_in_the_words_people_use(typed: str) -> None:
    assert command_in(typed, ACCOUNT) is Command.DONE
    assert command_in(typed, Write("since", t("What since?"))) is None


@pytest.mark.parametrize("typed", ["no more questions came", "in the end they said no", "nothing"])
def test_a_sentence_with_such_words_is_part_of_the_account(typed: str) -> None:
    assert command_in(typed, ACCOUNT) is None
