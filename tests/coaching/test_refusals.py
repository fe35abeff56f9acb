"""The employer's own no is heard where it is pasted; anything else is asked about."""

from __future__ import annotations

import pytest

from bot.coaching.told.refusals import says_no


@pytest.mark.parametrize(
    "words",
    [
        "Then the mail: we have decided to move forward with other candidates.",
        "it says “We regret to inform you that your application was unsuccessful.”",
        "On this occasion we will not be progressing with you.",
        "You have not been successful this time",
        "we have offered the role to another candidate",
    ],
)
def test_a_pasted_no_is_heard(words: str) -> None:
    assert says_no(words)


@pytest.mark.parametrize(
    "words",
    [
        "if they reject me I will ask why",
        "they said no need to call",
        "last time I got rejected, this time it went fine",
        "they decided to move the interview to Monday",
        "I regret to say I was late",
        "the project was unsuccessful and I told them why",
        "he has decided to go ahead with the second round",
    ],
)
def test_anything_else_is_asked_about(words: str) -> None:
    assert not says_no(words)
