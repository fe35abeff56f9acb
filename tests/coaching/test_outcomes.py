"""What was told becomes events only where the words say so plainly."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.coaching.follow_ups import Event, Kind
from bot.coaching.interview import Interview
from bot.coaching.outcomes import Outcome, Standing, employer_of, events_in, settled_by
from bot.coaching.reading.signs import Reading

NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
INTERVIEW = Interview(role="nurse", country="GB", held_on=date(2026, 11, 19))
NOTHING = Reading("none")


def events(**pieces: str) -> tuple[Event, ...]:
    employer = employer_of(INTERVIEW, "Europe/London")
    return events_in(pieces, INTERVIEW, employer, Standing(), NOTHING, NOW)


def kinds(**pieces: str) -> list[Kind]:
    return [event.kind for event in events(**pieces)]


@pytest.mark.parametrize(
    "words",
    [
        "I thanked them the same evening.",
        "sent a short thank you to both",
        "I emailed the manager to say thanks",
        "thank you note sent yesterday",
    ],
)
def test_thanks_that_went_out_count(words: str) -> None:
    assert Kind.THANK_YOU_SENT in kinds(since=words)


@pytest.mark.parametrize(
    "words",
    [
        "I have not thanked them yet",
        "haven't sent a thank you",
        "I should have sent a thank-you",
        "I will send a thank you tomorrow",
        "thanks to the traffic I was late",
        "they thanked me for coming",
        "nothing yet, thanks",
        "no thank-you sent",
    ],
)
def test_thanks_that_did_not_go_out_do_not(words: str) -> None:
    assert Kind.THANK_YOU_SENT not in kinds(since=words)


@pytest.mark.parametrize(
    "words",
    ["I rang on Friday and asked for news", "emailed HR about the decision", "I chased them"],
)
def test_asking_for_news_counts(words: str) -> None:
    assert Kind.STATUS_NOTE_SENT in kinds(since=words)


@pytest.mark.parametrize(
    "words",
    [
        "I did not ask for news",
        "they called me with news",
        "waiting for news",
        "I will ask for news",
    ],
)
def test_not_asking_for_news_does_not(words: str) -> None:
    assert Kind.STATUS_NOTE_SENT not in kinds(since=words)


def test_a_note_counts_on_the_day_that_was_told() -> None:
    (note,) = [
        event
        for event in events(since="Rang once, three days ago, and asked if there was any news")
        if event.kind is Kind.STATUS_NOTE_SENT
    ]

    assert note.at.date() == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("They will ring me by Friday.", date(2026, 11, 20)),
        ("She said I'd hear by 1 December.", date(2026, 12, 1)),
        ("within a week", date(2026, 11, 26)),
        ("decision next week", date(2026, 11, 27)),
    ],
)
def test_the_day_they_named_is_counted_from_the_interview(words: str, day: date) -> None:
    promised = [one.day for one in events(next_steps=words) if one.kind is Kind.PROMISED_DATE_GIVEN]

    assert promised == [day]


def test_a_promise_in_the_story_counts_too() -> None:
    story = "It was fine. HR said they will inform me by 1 December. Then I went home on Friday."

    assert [one.day for one in events(account=story) if one.day] == [date(2026, 12, 1)]


@pytest.mark.parametrize("words", ["Then on Friday I went home.", "It was on Monday at nine."])
def test_a_day_without_a_promise_is_none(words: str) -> None:
    assert Kind.PROMISED_DATE_GIVEN not in kinds(account=words)


@pytest.mark.parametrize(
    "words",
    ["He told me to call him on Monday", "she said I can ring any time", "said call me back"],
)
def test_an_invitation_to_call_counts(words: str) -> None:
    assert Kind.INVITED_TO_CALL in kinds(next_steps=words)


@pytest.mark.parametrize(
    "words",
    [
        "He said they call me on Monday, also if answer is no.",
        "they'll call me by Friday",
        "no need to call, they write",
        "the manager rings me on Thursday",
    ],
)
def test_their_call_is_no_invitation(words: str) -> None:
    assert Kind.INVITED_TO_CALL not in kinds(next_steps=words)


def test_a_no_counts_from_the_day_it_came() -> None:
    employer = employer_of(INTERVIEW, None)
    standing = Standing(Outcome.NO, date(2026, 11, 21))
    found = events_in({}, INTERVIEW, employer, standing, NOTHING, NOW)

    assert found[-1].kind is Kind.REJECTION
    assert found[-1].at.date() == date(2026, 11, 21)


def test_what_was_told_is_not_asked_about() -> None:
    told = events(since="I thanked them and asked for news", next_steps="by Friday")

    assert settled_by(told) >= {"no_thank_you", "no_follow_up", "no_close_no_next_step"}
