"""The plain mistakes, the gaps and what came afterwards, as people of many voices tell of them."""

from __future__ import annotations

import pytest

from bot.coaching.reading.cues import cued, cues
from bot.coaching.reading.signs import Strength
from bot.coaching.reading.splitting import page

FILES = ("cues_blunder.toml", "cues_gap_aftercare.toml")

SAID: dict[str, list[str]] = {
    "late_or_no_show": [
        "got stuck on the ring road and walked in about quarter past",
        "i had the time zone wrong, they'd already hung up when i dialled in",
        "couldnt find the entrance so it started late because of me",
    ],
    "remote_setup_problem": [
        "my laptop froze twice and i had to finish on the phone",
        "forgot id left my other tabs open when they asked me to share",
        "kids running about behind me the whole time",
    ],
    "dress_or_grooming_mismatch": [
        "turned up in trainers and everyone had a shirt and tie",
        "came straight from a shift still in uniform, probably smelt of the fryer",
        "they told us to bring our own knives and i hadnt",
    ],
    "obvious_blunder": [
        "made a joke about the boss's accent and the room went silent",
        "i swore without thinking, twice",
        "knocked coffee all over her papers and just sat there",
    ],
    "phone_or_distraction": [
        "my mobile went off in the middle and i fumbled to stop it",
        "checked my watch a couple of times, think she noticed",
        "was trying to read a message on my other screen",
    ],
    "discourtesy": [
        "i kept jumping in before he'd finished the question",
        "told her flat out she was wrong about the regulation",
        "snapped at the receptionist because id been waiting ages",
    ],
    "badmouthed_employer": [
        "i might have gone on a bit about my manager being a bully",
        "said my current place is a shambles and thats why im leaving",
        "ended up slagging off the agency, it just came out",
    ],
    "dishonest_or_assisted": [
        "i said id led the project but really i just helped out",
        "had chatgpt open and was reading bits off it",
        "told them i was on more money than i am, then they asked for payslips",
    ],
    "skill_gap": [
        "every time they mentioned a system it was 'no, not used that'",
        "he asked how id scale it and honestly i said im not sure",
        "never done a vat return and that seemed to be half the job",
    ],
    "task_underperformed": [
        "ran out of time and the second course never went up",
        "my code didnt compile by the end",
        "chef said my section was a mess and i forgot to wash down",
    ],
    "no_thank_you": [
        "didnt send anything, thought it was a bit old fashioned",
        "never got round to the thank you",
        "its been a fortnight so i left it",
    ],
    "weak_thank_you": [
        "sent the same message to all four of them",
        "just noticed i spelt her name wrong",
        "sent a template off the internet",
    ],
    "no_follow_up": [
        "its been three weeks and i havent contacted them",
        "said id send the certificate and i still havent",
        "they said end of the month, that was ages ago",
    ],
    "too_much_follow_up": [
        "ive rung four times this week and left messages",
        "emailed hr, then him, then messaged her on linkedin",
        "popped in to see if there was any news",
    ],
    "wrong_channel_or_person": [
        "messaged the director on facebook",
        "the agency didnt answer so i emailed the client directly",
        "texted him on the number from his card",
    ],
    "defensive_feedback_request": [
        "asked them how they could possibly pick someone less qualified",
        "told her the feedback was rubbish",
        "said i want a proper reason or ill take it further",
    ],
    "burned_bridge": [
        "replied saying theyd wasted my time",
        "put a post up naming the manager",
        "just didnt turn up to the second interview",
    ],
}

NOT_SAID: dict[str, list[str]] = {
    "late_or_no_show": [
        "I was worried I'd be late but got there ten minutes early",
        "the manager kept me waiting 40 minutes",
        "my train was cancelled so I rang and they moved it to 3",
    ],
    "remote_setup_problem": [
        "their Teams link was dead for 20 minutes",
        "my son came in but they laughed and it was fine",
        "checked the mic beforehand, all good",
    ],
    "dress_or_grooming_mismatch": [
        "they were all in hoodies and I felt overdressed but nobody cared",
        "he commented on my headscarf",
        "I wore a suit as the invite said",
    ],
    "obvious_blunder": [
        "I nearly swore but caught myself",
        "the interviewer spilled coffee on my CV",
        "knocked my water, mopped it up, we had a laugh and carried on",
    ],
    "phone_or_distraction": [
        "my phone was off in my bag",
        "the manager took three calls while I was talking",
        "I told them my wife was due and might ring",
    ],
    "discourtesy": [
        "I disagreed but said I could see their side",
        "he kept cutting across me",
        "I told her politely I'd rather not discuss my children",
    ],
    "badmouthed_employer": [
        "I kept it positive about my old boss even though he was awful",
        "telling YOU this, not them: the place was toxic",
        "they asked about the redundancy so I explained the site closed",
    ],
    "dishonest_or_assisted": [
        "I used ChatGPT to practise the night before",
        "said I'm still learning SQL, which is true",
        "I told them I had notes in front of me",
    ],
    "skill_gap": [
        "they asked if I'd used SAP and I have, for six years",
        "blanked on the word but I do it daily",
        "he said don't worry, we train that",
    ],
    "task_underperformed": [
        "the cook-off went well, plates came back empty",
        "their oven was broken",
        "no idea how I did on the test, they never said",
    ],
    "no_thank_you": [
        "wrote to both of them that evening",
        "I only had the agency so I asked her to pass it on",
        "in my country nobody does that",
    ],
    "weak_thank_you": [
        "three lines, mentioned the loading bay project",
        "my spelling's not great but she wrote back nicely",
        "the agency sent it",
    ],
    "no_follow_up": [
        "they said by the 30th so I'm waiting",
        "HR said don't chase, they'll write",
        "I've taken another job now",
    ],
    "too_much_follow_up": [
        "she said ring me on Thursday so I rang",
        "thanked the four of them, one each",
        "I emailed once and then waited",
    ],
    "wrong_channel_or_person": [
        "he gave me his mobile and said ring",
        "the agency told me to email her direct",
        "she added me on LinkedIn herself",
    ],
    "defensive_feedback_request": [
        "thanked her and asked for one thing to work on",
        "I think they're wrong but I left it",
        "asked Acas what my options are",
    ],
    "burned_bridge": [
        "I declined and wished them well",
        "rang the union about it, that's different",
        "told my friends, not them",
    ],
}

IN_OTHER_WORDS: dict[str, list[str]] = {
    "late_or_no_show": [
        "Traffic was mad, I got there 15 min late and he looked annoyed.",
        "I went to the wrong branch first",
        "overslept, whole thing gone",
    ],
    "remote_setup_problem": [
        "My wifi kept dropping and I missed half the questions.",
        "talked for two minutes on mute before she waved at me",
        "I couldnt get the camera to work",
    ],
    "dress_or_grooming_mismatch": [
        "I was massively underdressed, it was a law firm.",
        "had toothpaste all down my tie",
        "forgot my safety boots so i could not do the tour",
    ],
    "obvious_blunder": [
        "I called her by the wrong name, twice",
        "Halfway I burst into tears in front of both of them.",
        "dropped an f-bomb in the first minute",
    ],
    "phone_or_distraction": [
        "my phone buzzed three times on the table",
        "I was glancing at my watch while he explain the shifts",
        "forgot to put my phone on silent and yes, it happened",
    ],
    "discourtesy": [
        "I talked over the manager quite a lot",
        "ended up in an argument with the owner about tips",
        "was a bit short with the lady on the desk",
    ],
    "badmouthed_employer": [
        "I told them my last boss was a bully",
        "spent ten minutes moaning about my old manager",
        "I speak bad about my old company, it came out",
    ],
    "dishonest_or_assisted": [
        "I lied about my dates at the bakery",
        "my cousin was off camera whispering the answers",
        "told her I could drive a van but I can't",
    ],
    "skill_gap": [
        "Never used Kubernetes, and it is all over the advert.",
        "had to admit I didn't know how pensions work",
        "i not know how to use the till system",
    ],
    "task_underperformed": [
        "Failed the typing test, 28 words a minute.",
        "I didn't finish the Excel task",
        "overcooked the salmon and chef sent it back",
    ],
    "no_thank_you": [
        "I never sent a thank you note",
        "Thank-you email - nope",
        "forgot to send the thank-you after",
    ],
    "weak_thank_you": [
        "I put the wrong company in the thank you email",
        "sent identical notes, well the same note to both of them",
        "fired off a generic thank you from the bus",
    ],
    "no_follow_up": [
        "three weeks now and I still haven't chased",
        "I promised to send my references and I never did",
        "I still owe her the portfolio link",
    ],
    "too_much_follow_up": [
        "I've emailed them every day since Monday",
        "rang reception five times for an answer",
        "kept calling her to ask what is the result",
    ],
    "wrong_channel_or_person": [
        "I found the manager on Instagram and sent a message",
        "went over the recruiter's head and rang the site",
        "I called him on his private mobile",
    ],
    "defensive_feedback_request": [
        "I argued with her about the feedback",
        "told him the decision was a joke",
        "I emailed demanding an explanation",
    ],
    "burned_bridge": [
        "sent a really nasty email back",
        "I ghosted the recruiter after they invited me again",
        "told them to stick their job",
    ],
}

NOT_THIS: dict[str, list[str]] = {
    "late_or_no_show": ["The interviewer joined ten minutes late", "I was terrified of being late"],
    "remote_setup_problem": ["Her camera froze, not mine", "my laptop worked fine"],
    "dress_or_grooming_mismatch": ["Was I overdressed?", "she wore jeans, I loved that"],
    "obvious_blunder": ["he swore a lot", "I almost dropped the tray"],
    "phone_or_distraction": ["her phone rang twice", "It was a phone interview"],
    "discourtesy": ["she interrupted me all the time", "I never talked over them"],
    "badmouthed_employer": [
        "He was rude about my old company",
        "I said my last boss was great to learn from",
    ],
    "dishonest_or_assisted": [
        "the recruiter lied about the hours",
        "I was honest about my gaps",
    ],
    "skill_gap": ["I've never had an interview like it", "I said no to the coffee"],
    "task_underperformed": ["I finished the task early", "They ran out of time for my questions"],
    "no_thank_you": ["I sent a thank you the same night", "I will send a thank you tomorrow"],
    "weak_thank_you": ["They spelt my name wrong", "my cover letter was a template"],
    "no_follow_up": ["They haven't contacted me in three weeks", "they told me not to chase"],
    "too_much_follow_up": ["they called me three times", "I wrote one polite email"],
    "wrong_channel_or_person": [
        "The manager messaged me on Facebook",
        "I replied to the recruiter by email",
    ],
    "defensive_feedback_request": [
        "I asked politely if there was anything to improve",
        "she asked why I was better than the others",
    ],
    "burned_bridge": ["they ghosted me", "I thanked them and withdrew"],
}


def _each(lists: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(id_, text) for id_, texts in lists.items() for text in texts]


@pytest.mark.parametrize(("id_", "text"), _each(SAID) + _each(IN_OTHER_WORDS))
def test_a_mistake_that_is_told_is_seen(id_: str, text: str) -> None:
    assert id_ in cued(page(text))


@pytest.mark.parametrize(("id_", "text"), _each(NOT_SAID) + _each(NOT_THIS))
def test_what_only_looks_like_a_mistake_is_never_stated(id_: str, text: str) -> None:
    sign = cued(page(text)).get(id_)
    assert sign is None or sign.strength is not Strength.STATED


def test_every_one_of_these_mistakes_has_cues_and_no_cue_is_for_another() -> None:
    assert {cue.id for file in FILES for cue in cues(file)} == set(SAID)
