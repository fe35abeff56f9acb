"""An angry message waits; a blunt one, and one in a learner's English, does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.draft_facts import Facts
from bot.coaching.drafts import DraftKind, Voice, draft
from bot.coaching.temper import CHOICES, HELD_FOR, Choice, Heat, calmer, held_until, temper
from bot.words import ENGLISH, PSEUDO, language

ANGRY = [
    ("You owe me a reason.", Heat.DEMAND),
    ("After three interviews you owe me at least an explanation.", Heat.DEMAND),
    ("I demand to know who decided this.", Heat.DEMAND),
    ("I want a proper reason or I'll take it further.", Heat.DEMAND),
    ("I have a right to know why I was not chosen.", Heat.DEMAND),
    ("Give me one good reason for this.", Heat.DEMAND),
    ("I ask you to justify your decision.", Heat.DEMAND),
    ("Please reconsider your decision.", Heat.DEMAND),
    ("How could you possibly give it to him?", Heat.ACCUSATION),
    ("How dare you keep me waiting for a month.", Heat.ACCUSATION),
    ("You lied to me about the hours.", Heat.ACCUSATION),
    ("You wasted my time and my train fare.", Heat.ACCUSATION),
    ("you didnt even have the decency to call", Heat.ACCUSATION),
    ("You gave the job to your nephew and we both know it.", Heat.ACCUSATION),
    ("It was rigged from the start.", Heat.ACCUSATION),
    ("Shame on you.", Heat.ACCUSATION),
    ("You treated me like dirt.", Heat.ACCUSATION),
    ("You took somebody less qualified.", Heat.COMPARISON),
    ("I hear that a less experienced candidate got it.", Heat.COMPARISON),
    ("I am far more experienced than the person you hired.", Heat.COMPARISON),
    ("I believe I was the best candidate.", Heat.COMPARISON),
    ("Why did you choose a beginner over me?", Heat.COMPARISON),
    ("What does she have that I do not?", Heat.COMPARISON),
    ("You will hear from my lawyer.", Heat.THREAT),
    ("My lawyer will be in touch.", Heat.THREAT),
    ("I will post about this on LinkedIn.", Heat.THREAT),
    ("I'll post about this and tag your whole team.", Heat.THREAT),
    ("You will regret this.", Heat.THREAT),
    ("I am going to leave a one-star review.", Heat.THREAT),
    ("I will make sure everyone in this town knows how you work.", Heat.THREAT),
    ("Answer me by Friday or else.", Heat.THREAT),
    ("I may have to take legal action.", Heat.THREAT),
    ("What a joke of a company.", Heat.INSULT),
    ("You are all clowns.", Heat.INSULT),
    ("Your manager is completely incompetent.", Heat.INSULT),
    ("this is pathetic", Heat.INSULT),
    ("Bunch of liars, the lot of them. You are liars.", Heat.INSULT),
    ("Thanks for nothing.", Heat.SARCASM),
    ("Thank you so much for wasting my Tuesday.", Heat.SARCASM),
    ("Congratulations on hiring your friend.", Heat.SARCASM),
    ("So much for 'we value every candidate'. So much for your values.", Heat.SARCASM),
    ("I hope you are proud of yourselves.", Heat.SARCASM),
    ("I guess you were too busy to pick up a phone.", Heat.SARCASM),
    ("Please please, I beg you, I need this.", Heat.BEGGING),
    ("I beg you to think again.", Heat.BEGGING),
    ("I really need this job, my children will go hungry.", Heat.BEGGING),
    ("I will do anything, I can work for free.", Heat.BEGGING),
    ("You are my last hope.", Heat.BEGGING),
    ("Give me another chance.", Heat.BEGGING),
    ("WHY DID YOU NOT CALL ME", Heat.SHOUTING),
    ("I waited a month and YOU NEVER EVEN WROTE to me.", Heat.SHOUTING),
    ("I’ve never been so insulted. You’re unprofessional.", Heat.ACCUSATION),
]

CALM = [
    "I do not agree but I accept the decision.",
    "Please tell me the reason.",
    "Please explain me why you did not choose me.",
    "I want to know the reason because I want to improve.",
    "I expect your answer.",
    "I wait your answer since two weeks. Please answer me.",
    "You did not reply to my two e-mails.",
    "You said Friday. Today is Wednesday. Is there news?",
    "I am disappointed. I hoped for a yes.",
    "I'm gutted, to be honest, but thanks for telling me.",
    "No. The pay is too low for me. I withdraw.",
    "I think the test was unfair, because the printer did not work.",
    "The question about my age was not correct. I ask you to delete it.",
    "I felt like an idiot after question two, and I am sorry about that.",
    "It was stupid of me to forget the certificate.",
    "I do not want to waste your time.",
    "I wasted my time on the first question and then had none left.",
    "I am more experienced with ovens than I said in the interview.",
    "I am better with people than I could show on the day.",
    "If you chose someone else, I wish them well.",
    "I understand that you found a more qualified candidate.",
    "I am less qualified in Excel than in Access.",
    "I beg your pardon for the late answer.",
    "I beg to differ on one point: the oven was on.",
    "I need this information by Friday for my visa.",
    "I am sure you are very busy.",
    "If you are too busy to reply, I understand.",
    "How kind of you to write back.",
    "It was very professional of you to send the plan before.",
    "I worked for a lawyer for six years.",
    "My lawyer's office experience was at Klein and Partners.",
    "I will post the signed form tomorrow.",
    "I will make sure to bring my certificate.",
    "I would be happy to take this further with you.",
    "I know HTML CSS SQL and PHP, and I use AWS EC2 S3 at work.",
    "DEAR SIR, THANK YOU FOR THE INTERVIEW. I WAIT FOR YOUR ANSWER. KIND REGARDS",
    "I did NOT receive your e-mail.",
    "Thank you!!! I was so happy to meet you all!",
    "Sir, kindly do the needful and revert back.",
    "I must know until Monday. It is for my other offer.",
    "Could you give me one thing to improve? An honest answer helps me.",
    "I don't understand the decision. Can you help me to understand it?",
    "The demand for cooks is high in our town.",
    "You people were very kind to me.",
    "I'm not saying you were unfair, I only ask what I can learn.",
    "I will do anything in my power to be on time.",
    "I am not going to beg, I only ask if the job is still open.",
    "How could you use my help in the first weeks?",
    "Please let me know whether to call or else to wait.",
    "My children start school in May, so I can work full days from June.",
    "it is what it is. good luck with the new person",
    "The meeting was a shambles on my side: no sound, no picture.",
    "i was rude to you and i apologise",
]


@pytest.mark.parametrize(("text", "heat"), ANGRY)
def test_what_closes_doors_is_found_and_named(text: str, heat: Heat) -> None:
    found = temper(text)
    assert heat in found.kinds, found
    assert found.held


@pytest.mark.parametrize("text", CALM)
def test_blunt_and_learners_english_is_not_held(text: str) -> None:
    assert [(place.heat, text[place.start : place.end]) for place in temper(text).places] == []


def test_each_place_is_in_the_text_as_it_was_written() -> None:
    text = "İyi günler. You’re UNPROFESSIONAL — shame on you."
    places = temper(text).places
    assert [text[place.start : place.end] for place in places] == [
        "You’re UNPROFESSIONAL",
        "shame on you",
    ]


def test_begging_is_held_and_is_not_called_anger() -> None:
    found = temper("I beg you, I need this job.")
    assert found.held
    assert found.begging
    assert not found.angry


def test_each_kind_is_said_once_in_plain_words() -> None:
    found = temper("You lied. You lied again. You will regret this.")
    said = [ENGLISH.say(text) for text in found.said()]
    assert len(said) == len(set(said)) == 2
    for text in said:
        assert "!" not in text
        assert "you are" not in text.casefold()


def test_it_waits_a_day_by_the_clock_of_the_world_and_not_of_the_wall() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    evening = datetime(2026, 10, 24, 20, 0, tzinfo=berlin)
    until = held_until(evening)
    assert until == datetime(2026, 10, 25, 18, 0, tzinfo=UTC)
    assert until.hour == 19  # the clocks went back that night
    assert until.tzinfo is berlin
    assert timedelta(hours=24) == HELD_FOR


def test_sending_nothing_is_always_one_of_the_ways_on() -> None:
    assert set(CHOICES) == set(Choice)
    assert ENGLISH.say(CHOICES[Choice.NOTHING]) == "Send nothing"


@pytest.mark.parametrize(("text", "heat"), ANGRY)
@pytest.mark.parametrize("kind", [DraftKind.GRACIOUS_REPLY, DraftKind.STATUS_NOTE])
def test_the_calmer_one_holds_nothing_of_it(text: str, heat: Heat, kind: DraftKind) -> None:
    facts = Facts(employer="Luigi's", one_true_thing=text, repair=text, skills_to_ask_about=(text,))
    written = calmer(text, kind, facts)
    whole = "\n".join(ENGLISH.say(paragraph) for paragraph in written.paragraphs)
    assert not temper(whole).held, heat
    assert text not in whole


def test_the_legitimate_question_is_kept() -> None:
    written = calmer("I demand to know why.", DraftKind.GRACIOUS_REPLY, Facts())
    assert written.kind is DraftKind.FEEDBACK_REQUEST
    kept = calmer("You will regret this.", DraftKind.GRACIOUS_REPLY, Facts(one_true_thing="bread"))
    assert kept.kind is DraftKind.GRACIOUS_REPLY
    assert "bread" in ENGLISH.say(kept.body[0])


@pytest.mark.parametrize("kind", DraftKind)
@pytest.mark.parametrize("voice", Voice)
def test_no_draft_of_ours_would_be_held(kind: DraftKind, voice: Voice) -> None:
    for facts in (Facts(), Facts(through_agency=True, late=True, heard_elsewhere=True)):
        written = draft(kind, voice, facts)
        whole = "\n".join(ENGLISH.say(paragraph) for paragraph in written.paragraphs)
        assert temper(whole).places == ()


def test_what_is_said_of_it_can_be_said_in_every_language() -> None:
    found = temper("You lied. PLEASE please. YOU ALL LIED TO ME.")
    assert all(language(PSEUDO).say(text) for text in found.said())


@given(st.text(max_size=400))
def test_any_text_can_be_looked_over(text: str) -> None:
    for place in temper(text).places:
        assert 0 <= place.start < place.end <= len(text)


def test_a_very_long_text_is_looked_over_quickly() -> None:
    found = temper("you people have i was the please i want a very very very very " * 950)
    assert found.held
