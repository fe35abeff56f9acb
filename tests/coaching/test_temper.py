"""An angry message waits; a blunt one, and one in a learner's English, does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.drafts import DraftKind, Voice, draft
from bot.coaching.drafts.facts import Facts
from bot.coaching.drafts.temper import CHOICES, HELD_FOR, Choice, Heat, calmer, held_until, temper
from bot.coaching.follow_ups.known import constants
from bot.words import ENGLISH, PSEUDO, language

ANGRY = [
    ("You owe me a reason.", Heat.DEMAND),
    ("After three interviews you owe me at least an explanation.", Heat.DEMAND),
    ("I demand to know who decided this.", Heat.DEMAND),
    ("Stick your job.", Heat.INSULT),
    ("You can stick it.", Heat.INSULT),
    ("shove it", Heat.INSULT),
    ("Well you can shove your trial shift.", Heat.INSULT),
    ("I will be telling everyone I know in this town.", Heat.THREAT),
    ("I'll warn everybody who asks about this place.", Heat.THREAT),
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

ALSO_HELD = [
    "I honestly can't believe you wasted three hours of my life on this.",
    "im disgusted by how you treated me",
    "So you picked some kid straight out of school? Unbelievable.",
    "I'll be telling everyone I know never to apply with you.",
    "Expect a one star review on Google tonight.",
    "I shall be contacting my solicitor about your age discrimination.",
    "You're making a huge mistake and you know it.",
    "I was obviously the strongest candidate in that room.",
    "Tell me the REAL reason or I will go to the ombudsman.",
    "Please, I am begging, my wife is pregnant and we have no money.",
    "pls sir i need this job very badly pls give me one chance",
    "Wow. Great company culture you have there.",
    "Thanks for leading me on for six weeks.",
    "you guys are a bunch of amateurs",
    "I deserve an explanation after five rounds.",
    "What kind of company ghosts people after a final round?",
    "I hope your restaurant burns down.",
    "You clearly discriminate against older people.",
    "Don't bother replying, I wouldn't work for liars anyway.",
    "Is it because I'm a foreigner? Just admit it.",
    "you have 48 hours to answer me",
    "Do you even know what you are doing?",
    "NO REPLY FOR THREE WEEKS. NOT EVEN A NO. THIS IS HOW YOU TREAT PEOPLE",
    "I can do the job ten times better than him",
    "Im not asking, I want the reason in writing by Monday.",
    "How is it possible that someone with no degree got it over me?",
    "You will never find someone as good as me.",
    "You must be joking. Rejected by a template after five interviews?",
    "I gave you my whole week and you can't even write one honest sentence.",
    "Whoever wrote this rejection should be fired.",
    "You will be hearing from the equality board and from the papers.",
    "I have screenshots of everything and I am not afraid to publish them.",
    "Two years without work, this was my last chance, please please think again",
    "I'm overqualified for your tiny shop anyway.",
    "You should be ashamed of how you run your company.",
    "I demand feedback within 24 hours.",
    "it's obvious you wanted someone younger and prettier",
    "Your interview questions were stupid and so was your manager.",
    "I am ten times the engineer he will ever be.",
    "Thanks a lot for the worst interview of my life.",
    "Nobody with a brain would work for you.",
    "Do not contact me again, you frauds.",
    "I'm going to write to your boss and tell him what you did.",
    "How can you reject me without even calling my references?",
    "Explain why a person without a licence was preferred to me.",
    "You have ruined my life.",
    "I kiss your hands, sir, take me, even unpaid.",
    "What a shock, the boss's daughter got the job.",
    "I've already told my followers what kind of place this is.",
    "Typical. Another company that doesn't care.",
    "THIS IS UNACCEPTABLE",
    "If I don't get an answer today I will contact the labour office and a journalist I know.",
    "You have made a fool of me in front of my family.",
    "The girl you hired can't even hold a knife.",
    "Frankly your rejection letter is an insult to my intelligence.",
    "You promised me the job and now you hide. Cowards.",
    "I would have been a much better choice than Kevin and everybody knows it.",
    "Please sir, I am begging you on behalf of my sick mother.",
    "You owe me an apology and the money for the trial.",
    "Your company is a joke and your manager is a liar.",
    "Why on earth did I bother preparing for you people?",
    "I am shocked. I have never been treated so badly.",
    "I'm going to put your emails on Reddit.",
    "LEARN SOME MANNERS AND ANSWER YOUR CANDIDATES",
    "Was my CV too long for you to read, or do you just not care?",
    "I don't accept your decision and I want a second interview.",
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
    "Hello, I write because I not hear from you. You can tell me if is yes or no?",
    "Dear Sir, with due respect I beg to state that I attended the interview on 5th.",
    "I am not happy with the outcome but it is your choice.",
    "Your answer was late, so I took another job.",
    "I disagree with one point in your feedback: I did label the trays. Thank you for the rest.",
    "Can you give reason? For me is important to learn.",
    "I complain about the question on my pregnancy. Please pass it to the right person.",
    "I have to correct something: I said I managed ten people, it was seven.",
    "Frankly, the task took me nine hours and that is too much for an unpaid test.",
    "I won't be continuing. The hours don't work for me. Good luck.",
    "Why was I rejected? I would like to know for next time.",
    "I need an answer before Thursday, because my other offer ends then.",
    "You told me the job is full time. The contract says part time. Which one is right?",
    "Honestly I was hoping for more. Thanks anyway.",
    "I must ask you again about the travel money that you promised.",
    "Give me please the feedback about my interview.",
    "I want to have a answer please, positive or negative no problem.",
    "I am the right person for this team, I think, and I would love to start.",
    "Was it a mistake in my test? Tell me please what I did wrong.",
    "Please delete my data. I do not give permission to keep it.",
    "I don't want to work for a company that asks such questions. I withdraw my application.",
    "I think I was better in the second part than in the first.",
    "The recruiter told me one salary and you told me another. I felt misled and I withdraw.",
    "Thank you for nothing less than two hours of your time.",
    "We had trouble with the link, it was a joke between us by the end.",
    "Really sorry, I was a mess on Tuesday. Could I send the answer in writing?",
    "I have experience with demanding guests and complaints.",
    "As I have a right to work here, no visa is needed.",
    "I will report to you on Monday with the papers.",
    "In the trial I made a stupid mistake with the till.",
    "I will tell everyone I know how kind your team was.",
    "Please stick it on the board, I made it for the others.",
    "I stick to my plan and start in May.",
    "You can keep my papers.",
    "The drawer was full and I could only stuff it into the bag.",
    "I'd take any shift, I will do nights or weekends.",
    "I hope you will be happy with your new colleague.",
    "My children go to school near you, so early shifts are fine.",
    "I will write about my experience in the form you sent.",
    "As a court interpreter I have worked with many lawyers.",
    "I have to say I found the second interviewer short with me, and I prefer to stop here.",
    "Can you say me if I am passed or not passed?",
    "The advert said 16 euro. In the talk it was 13. I cannot take it for 13.",
    "Please take this in account: I was ill on the day.",
    "I'm confused. Two people from your firm wrote me two different things.",
    "I accept this with a heavy heart. Thank you.",
    "You may keep my papers. If you find nobody, call me, I am free from March.",
    "Is there any chance that you look at my test again? There is an error in task 3, I think.",
    "Sorry to bother you. Did my certificate arrive?",
    "I was told I would hear by the 3rd. It is the 17th. I would be glad of a yes or no.",
    "I could not show my best. My son was in hospital that night. I only wanted you to know.",
    "I must say no to the job. The journey is too long.",
    "I respect the decision, though I see it differently.",
    "It's a pity. I liked the team a lot.",
    "Give my regards to the chef.",
    "I need the job description again, please.",
    "With this mail I ask for the return of my original documents.",
    "My lawyer friend Tom gave me your name.",
    "The customer was rude and I stayed calm, that is the example I forgot to tell.",
    "My old boss lied about the bonus, and that is the reason why I left.",
    "Please answer me when you can.",
    "I was wrong about the date and I want to correct it.",
    "They took someone from inside, your colleague told me. I understand. Good luck to all.",
    "You asked why I left. The honest answer: we disagreed about safety.",
    "I can start at once. Please tell me what you need.",
    "Good morning, I have sent you mail on Monday but no answer is coming. Is the job free still?",
    "I have not understood the reason. Please can you explain again in simple words?",
    "This is a pity for me, but OK.",
    "I write you because I want to know what I made wrong in the interview.",
    "The trial was eight hours and not paid. How do I send you the hours?",
    "No thanks. I found something nearer.",
    "I do not think that the grade for my test is correct. Could somebody check it once more?",
    "You wrote to the wrong person: my name is Amir, not Amin.",
    "I am sad about it, I really wanted to work with you.",
    "Do I have still a chance? If not, it's no problem, only tell me.",
    "I was nervous and could not even remember the name of the tool.",
    "The dog on the leaflet made me laugh. Thanks again.",
    "Please send me my drawings back, they are my only copies.",
    "I must be honest, the office was too cold and too loud for me.",
    "When you have decided, please tell me, also if it's a no.",
    "You mentioned that a colleague's son works there too, so I know the place a bit.",
    "I withdraw. Your colleague shouted at me in the interview, and I do not want that at work.",
    "The question about children is not allowed here, I think. I would rather not answer it.",
    "I'd like to join even if the pay is a little lower.",
    "Sorry for my English. I am better in writing code than in writing mails.",
]


@pytest.mark.parametrize(("text", "heat"), ANGRY)
def test_what_closes_doors_is_found_and_named(text: str, heat: Heat) -> None:
    found = temper(text)
    assert heat in found.kinds, found
    assert found.held


@pytest.mark.parametrize("text", ALSO_HELD)
def test_less_usual_turns_of_phrase_are_held_as_well(text: str) -> None:
    assert temper(text).held


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
    assert timedelta(hours=constants().angry_draft.cooling_off_h) == HELD_FOR


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


@settings(deadline=None)  # the first one reads the data file
@given(st.text(max_size=400))
def test_any_text_can_be_looked_over(text: str) -> None:
    for place in temper(text).places:
        assert 0 <= place.start < place.end <= len(text)


def test_a_very_long_text_is_looked_over_quickly() -> None:
    found = temper("you people have i was the please i want a very very very very " * 950)
    assert found.held
