"""What was told becomes events only where the words say so plainly."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.coaching.follow_ups import Event, Kind
from bot.coaching.reading.signs import Reading
from bot.coaching.told.interview import Interview
from bot.coaching.told.outcomes import Outcome, Standing, employer_of, events_in, settled_by

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


@pytest.mark.parametrize(
    "words",
    [
        "Then on Friday I went home.",
        "It was on Monday at nine.",
        "They call customers on Monday.",
        "He asked what I would do if a nurse called on Friday.",
        "I said I would call the customer by Friday.",
        "I told them I will decide by Friday.",
        "They will call the patients by Friday, that was the case.",
        "The results were out on Friday.",
    ],
)
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


@pytest.mark.parametrize(
    "words",
    [
        "They said nothing today",
        "I have to call them tomorrow",
        "certificates by Friday",
        "the job starts on 1 December",
        "the 2nd interview is on 3 December",
        "another interview on Friday",
        "training starts Monday if I get it",
        "They want my answer by Friday",
        "I have to give them my answer by Friday",
        "they will not decide before Christmas",
        "They didn't say if they would call by Friday",
        "they may call on Monday",
        "He said I can come in on Friday to sign",
        "They have more interviews until Friday",
        "told me to ring him on Thursday",
        "If I don't hear by Friday I should call",
        "I start on Monday",
        "I should email HR on Monday",
    ],
)
def test_a_day_that_they_did_not_promise_is_none(words: str) -> None:
    assert Kind.PROMISED_DATE_GIVEN not in kinds(next_steps=words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday or Tuesday", date(2026, 11, 24)),
        ("2-3 weeks", date(2026, 12, 10)),
        ("between 1 and 5 December", date(2026, 12, 5)),
        ("in 3 working days", date(2026, 11, 24)),
        ("end of month", date(2026, 11, 30)),
        ("He said by Friday", date(2026, 11, 20)),
        ("they told me two weeks", date(2026, 12, 3)),
        ("They said, if all goes well, they'd ring by Friday", date(2026, 11, 20)),
        (
            "They said they would let me know by Friday, and to their credit they did.",
            date(2026, 11, 20),
        ),
        (
            "the principal said that they will decide by December 4 and that she will email me",
            date(2026, 12, 4),
        ),
        ("No need to call, they write by Friday", date(2026, 11, 20)),
        ("they interview others on Monday, then they call me by Wednesday", date(2026, 11, 25)),
        (
            "She will call me by end of next week and the job would start on 1 February",
            date(2026, 11, 27),
        ),
        ("A decision will be made by 4 December", date(2026, 12, 4)),
        ("They told me today that they will call me on Friday", date(2026, 11, 20)),
        ("They will write. Probably next week.", date(2026, 11, 27)),
        ("the recruiter will phone me Thursday or Friday", date(2026, 11, 27)),
        ("they call me tomorrow", date(2026, 11, 25)),
        ("They say I become an answer on Thursday", date(2026, 11, 26)),
        ("no later than Friday", date(2026, 11, 20)),
    ],
)
def test_a_promise_in_many_words_names_its_last_day(words: str, day: date) -> None:
    assert [one.day for one in events(next_steps=words)[1:] if one.day] == [day]


@pytest.mark.parametrize(
    "words",
    [
        "They said nothing today",
        "They did not say",
        "no date",
        "They never said when",
        "No.",
        "they'll call me",
        "They'd be in touch",
        "we will call you",
        "nobody told me a day",
    ],
)
def test_no_day_is_an_event_too(words: str) -> None:
    assert kinds(next_steps=words)[1:] == [Kind.NO_DATE_GIVEN]


@pytest.mark.parametrize(
    "words",
    [
        "by Friday",
        "they decide after Christmas",
        "I don't know",
        "no need to call",
    ],
)
def test_what_leaves_it_open_does_not_say_that_there_is_no_day(words: str) -> None:
    assert Kind.NO_DATE_GIVEN not in kinds(next_steps=words)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("phone HR on Monday", date(2026, 11, 23), date(2026, 11, 23)),
        ("I could call next week", date(2026, 11, 23), date(2026, 11, 27)),
        ("told me to ring him on Thursday", date(2026, 11, 26), date(2026, 11, 26)),
        ("I have to call them tomorrow", date(2026, 11, 25), date(2026, 11, 25)),
        ("he said to ring after Monday", date(2026, 11, 24), None),
        ("call if I have not heard by Friday", date(2026, 11, 21), None),
        ("ring back any time", None, None),
    ],
)
def test_a_call_is_welcome_in_the_days_they_named(
    words: str, first: date | None, last: date | None
) -> None:
    (call,) = events(next_steps=words)[1:]

    assert (call.kind, call.from_day, call.day) == (Kind.INVITED_TO_CALL, first, last)


@pytest.mark.parametrize(
    "words",
    [
        "I did not chase, but I thanked them",
        "No, I sent a thank you",
        "I texted him thanks",
        "dropped her a thank-you",
        "said thanks by mail",
        "thanked Sarah by email",
    ],
)
def test_thanks_are_no_asking_for_news(words: str) -> None:
    assert kinds(since=words)[1:] == [Kind.THANK_YOU_SENT]


@pytest.mark.parametrize(
    "words",
    [
        "the recruiter called with an update",
        "they asked me for news of my references",
        "My friend chased them for me",
        "I was going to chase",
        "I called my mum to tell the news",
        "she chased me for my references",
        "thanked them at the end",
        "sent nothing thanks",
        "I don't call them",
        "They emailed me to ask for an update",
    ],
)
def test_what_others_did_or_nobody_did_is_nothing(words: str) -> None:
    assert kinds(since=words)[1:] == []


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("rang twice", 2),
        ("I have emailed three times", 3),
        ("I rang twice, three days ago", 2),
        ("chased once", 1),
        ("I followed up by email", 1),
        ("I emailed HR yesterday asking for an update", 1),
    ],
)
def test_every_note_that_was_told_counts(words: str, times: int) -> None:
    assert kinds(since=words)[1:] == [Kind.STATUS_NOTE_SENT] * times


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("they told me never to call again", True),
        ("please do not contact us", True),
        ("they said don't call us, we'll call you", True),
        ("HR said please don't contact us again about this", True),
        ("I was told not to contact them again", True),
        ("They said they do not want any contact", True),
        ("told me not to call before Friday", False),
        ("he told me not to call but to write", False),
        ("no need to call", False),
        ("we'll call you", False),
        ("I don't call them", False),
    ],
)
def test_a_stop_is_one_only_where_all_contact_is_meant(words: str, *, told: bool) -> None:
    assert (Kind.TOLD_NOT_TO_CONTACT in kinds(since=words)) is told


def test_no_contact_as_an_outcome_ends_it() -> None:
    employer = employer_of(INTERVIEW, None)
    found = events_in({}, INTERVIEW, employer, Standing(Outcome.NO_CONTACT), NOTHING, NOW)

    assert found[-1].kind is Kind.TOLD_NOT_TO_CONTACT


def test_what_they_asked_for_and_what_was_promised_is_owed() -> None:
    (asked,) = events(next_steps="they asked me to send my certificates by Friday")[1:]
    (promised,) = events(next_steps="I promised to send the references")[1:]

    assert (asked.kind, asked.what, asked.day) == (
        Kind.INVITED_TO_WRITE,
        "certificates",
        date(2026, 11, 20),
    )
    assert (promised.kind, promised.what) == (Kind.PROMISED_ITEM, "references")
    assert kinds(account="They asked me to send an email to a customer as a test.")[1:] == []


def test_what_went_out_is_no_longer_owed() -> None:
    told = events(
        next_steps="They asked me to send two references.", since="sent them the references today"
    )

    assert [(one.kind, one.what) for one in told[1:]] == [
        (Kind.INVITED_TO_WRITE, "references"),
        (Kind.ITEM_SENT, "references"),
    ]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("There were three of them.", 3),
        ("A panel of four.", 4),
        ("two managers asked me things", 2),
        ("They asked ten questions. Three of them I could not answer.", 1),
        ("Three of us were on trial", 1),
        ("a panel of two managers and HR", 1),
        ("I led a team of five people", 1),
    ],
)
def test_interviewers_are_counted_where_a_number_is_plain(words: str, count: int) -> None:
    assert events(account=words)[0].interviewers == count


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("It was through an agency.", True),
        ("The recruiter from Hays arranged it.", True),
        ("via a recruitment agency", True),
        ("it was a travel agency", False),
        ("not through an agency", False),
        ("I found it through the agency's website", False),
    ],
)
def test_an_agency_between_is_told(words: str, *, agency: bool) -> None:
    assert events(account=words)[0].through_agency is agency


@pytest.mark.parametrize(
    ("words", "final"),
    [
        ("It was the final round.", True),
        ("it was not the final round", False),
        ("If I pass I get to the final interview", False),
        ("My last interview was bad", False),
    ],
)
def test_a_final_round_is_this_one(words: str, *, final: bool) -> None:
    assert events(account=words)[0].final_round is final
