"""A no is heard where the words leave no doubt, so that nobody is asked whether they answered."""

from __future__ import annotations

import pytest

from bot.coaching.refusals import says_no


@pytest.mark.parametrize(
    "words",
    [
        "Then the mail: we have decided to move forward with other candidates.",
        "I got rejected this morning",
        "they did not hire me and I do not know why",
        "I didn't get the job",
        "got a rejection two days later",
        "We regret to inform you that your application was unsuccessful.",
        "they said no",
        "She rang. I was turned down.",
    ],
)
def test_a_no_is_heard(words: str) -> None:
    assert says_no(words)


@pytest.mark.parametrize(
    "words",
    [
        "if they reject me I will ask why",
        "I am afraid I didn't get it right",
        "they said no need to call",
        "they said no problem",
        "last time I got rejected, this time it went fine",
        "I got no reply yet",
        "I asked and she said no, you can start Monday",
        "we talked about a rejection handling process",
    ],
)
def test_what_is_feared_or_something_else_is_no_no(words: str) -> None:
    assert not says_no(words)
