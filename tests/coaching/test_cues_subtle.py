"""What the cues of the subtler mistakes find, and what they leave alone."""

from __future__ import annotations

from typing import Final

import pytest

from bot.coaching.reading.cues import cued, cues
from bot.coaching.reading.signs import Strength
from bot.coaching.reading.splitting import page

SAID: Final[dict[str, tuple[str, ...]]] = {
    "no_company_research": (
        "she asked what i knew about the company and i just went blank, hadnt looked",
        "mixed them up with their competitor, so embarrassing",
        "had no real answer for why us, said it was close to home",
    ),
    "unprepared_common_question": (
        "tell me about yourself threw me, i just read out my cv",
        "he said why do you want to leave and i had nothing ready",
        "hadn't thought of an example for the conflict one at all",
    ),
    "rambled": (
        "i went on and on and she had to stop me",
        "by the end i couldnt remember what theyd asked",
        "we only got through four questions because i talk when im nervous",
    ),
    "answers_too_short": (
        "i just kept saying yes and no, dont know why",
        "he had to ask 'anything else?' after every answer",
        "it was done in 12 minutes, i barely spoke",
    ),
    "vague_no_example": (
        "i just said im a good team player and hard working",
        "couldnt think of an actual time so i talked about how i usually do it",
        "told the story but he asked 'and what was the result?' and i didnt know",
    ),
    "missed_the_question": (
        "halfway through i realised that wasnt what he asked",
        "she said 'thats not quite what i meant' and moved on",
        "i gave my teamwork story for the leadership question",
    ),
    "silent_reasoning": (
        "put my head down and coded for half an hour without saying a word",
        "didnt ask anything, just assumed it was one shop",
        "got the right number but couldnt say how i got there",
    ),
    "brief_not_met": (
        "had 20 slides for a ten minute slot and never got to the end",
        "didn't spot it asked for a budget as well",
        "sent the take home in a day late",
    ),
    "low_interest_shown": (
        "told them its just a stopgap till something better",
        "they said i didnt seem very keen",
        "couldnt really say why i wanted it",
    ),
    "arrogance_or_entitlement": (
        "i said this would be easy for someone like me",
        "told them id expect to be manager within six months",
        "he said i sounded a bit too sure of myself",
    ),
    "undersold_self": (
        "kept saying i only did a bit of that",
        "forgot to mention i ran the whole night shift for two years",
        "told her theres probably better people for it",
    ),
    "weakness_or_failure_mishandled": (
        "gave the usual perfectionist answer and she smiled",
        "blamed the other shift for the mistake i think",
        "said im terrible with deadlines, not smart for a planner job",
    ),
    "gap_or_leaving_unclear": (
        "i mumbled something about the gap and changed the subject",
        "gave her a different reason to what id put on the form",
        "waffled when he asked why i left after three months",
    ),
    "overshared_personal": (
        "ended up telling her about my divorce",
        "said i really need this because of the debts",
        "went into my back problems without being asked",
    ),
    "nerves_took_over": (
        "my mind went completely blank on a question i know",
        "voice was shaking so much i stopped mid sentence",
        "panicked and started again three times",
    ),
    "no_questions_asked": (
        "said no i think youve covered everything",
        "asked one thing about holidays and that was it",
        "couldnt think of a single question, felt daft",
    ),
    "pay_or_perks_too_early": (
        "pretty much the first thing i asked was the money",
        "kept coming back to how many days from home",
        "asked about holidays before we'd talked about the job",
    ),
    "group_or_panel_balance": (
        "i pretty much ran the whole exercise, couldnt help it",
        "hardly got a word in and then it was over",
        "only looked at the manager, forgot the two HR women",
    ),
    "no_close_no_next_step": (
        "just left, didnt ask what happens next",
        "no idea when theyre deciding or who to contact",
        "meant to say i really want it and didnt",
    ),
}
"""How people say it."""

ALIKE: Final[dict[str, tuple[str, ...]]] = {
    "no_company_research": (
        "I'd read their annual report so that bit was fine",
        "nobody could tell me what the job actually was",
        "he asked what I knew about them and I gave him the whole history",
    ),
    "unprepared_common_question": (
        "they started with tell me about yourself, luckily I'd practised that",
        "I paused and then gave a decent answer",
        "no idea what a Kalman filter is",
    ),
    "rambled": (
        "for once I didn't ramble",
        "he talked for 40 of the 60 minutes",
        "she asked me to go deeper so I did",
    ),
    "answers_too_short": (
        "short and sweet, she said thanks, exactly what I need",
        "they were all tick-box questions",
        "he said keep it to a sentence",
    ),
    "vague_no_example": (
        "gave the warehouse story with the numbers and she nodded",
        "they only asked what I would do",
        "I said we but explained my bit was the stock count",
    ),
    "missed_the_question": (
        "I asked her to repeat it and then got it",
        "he admitted it was badly worded",
        "they asked about kids and I steered back to the job",
    ),
    "silent_reasoning": (
        "I talked the whole way through and asked about edge cases",
        "it was an online test, nobody there",
        "he said just code, I'll watch",
    ),
    "brief_not_met": (
        "they halved my slot when I arrived but I cut it down",
        "they gave me till Monday",
        "projector died so I did it without slides",
    ),
    "low_interest_shown": (
        "she looked bored the whole time",
        "I've got a cold so I was quieter than usual and told them",
        "between us I don't want it that much",
    ),
    "arrogance_or_entitlement": (
        "he was so arrogant",
        "I said I could do it and showed the figures",
        "told them straight that I hit 120% of target",
    ),
    "undersold_self": (
        "I said I'm still learning that, which is true",
        "felt like the weakest one there but the answers were ok",
        "they asked for a weakness and I gave one",
    ),
    "weakness_or_failure_mishandled": (
        "said I used to over-book myself and now I use a board",
        "they never asked it",
        "he asked about my depression and I said I'd rather not",
    ),
    "gap_or_leaving_unclear": (
        "said I was caring for my mum and left it at that",
        "they never asked about the gap",
        "told them the site closed, no drama",
    ),
    "overshared_personal": (
        "they asked how old my kids are and I answered",
        "told them I need a quiet room because of my hearing",
        "we chatted about football for two minutes",
    ),
    "nerves_took_over": (
        "I was nervous but it went fine",
        "hands were shaking a bit, didn't affect anything",
        "felt sick beforehand",
    ),
    "no_questions_asked": (
        "she said we've no time for questions",
        "I asked loads during the tour",
        "they answered both of mine before I got there",
    ),
    "pay_or_perks_too_early": (
        "they asked my salary expectations",
        "it was the third round and they'd made an offer",
        "asked whether the trial shift was paid",
    ),
    "group_or_panel_balance": (
        "I was made team leader so I ran it",
        "the chair asked everything, the rest typed",
        "tried three times but he just talked over us",
    ),
    "no_close_no_next_step": (
        "she said I'd hear by Friday",
        "asked about next steps and he shrugged",
        "they've a fixed process on the website",
    ),
}
"""What looks like it and is not."""

SAID_OTHERWISE: Final[dict[str, tuple[str, ...]]] = {
    "no_company_research": (
        "Honestly I hadn't even been on their website before I walked in.",
        "I said the wrong firm's name, I called them by their rival.",
        "did zero research about the company, my fault",
    ),
    "unprepared_common_question": (
        "The strengths and weaknesses question caught me off guard.",
        "I never prepared the usual questions, thought it would be a chat.",
        'Fumbled my way through "tell me about yourself".',
    ),
    "rambled": (
        "I was rambling so much that he looked lost.",
        "My first answer was way too long.",
        "I speak too much, maybe ten minutes for one question.",
    ),
    "answers_too_short": (
        "All my answers were one word.",
        "The poor woman had to drag everything out of me.",
        "I only said two words to each question.",
    ),
    "vague_no_example": (
        "All I said was that I am reliable and motivated.",
        "I was too vague, I can see it now.",
        "They wanted a real situation, I couldn't give a single concrete example.",
    ),
    "missed_the_question": (
        "I think I misheard the second question and talked about shifts.",
        "I talked about my old boss when she wanted to hear about the customers.",
        "Turns out I answered a completely different question.",
    ),
    "silent_reasoning": (
        "Never once explained my thinking on the whiteboard.",
        "He gave me two hints and I ignored the hints.",
        "I did the whole exercise without talking.",
    ),
    "brief_not_met": (
        "My presentation ran over by six minutes.",
        "I just read it off my slides.",
        "I handed the assignment in two hours late.",
    ),
    "low_interest_shown": (
        "Told her I just need any job right now.",
        "The feedback said I didn't come across as very enthusiastic.",
        "i didnt show any interest, i know",
    ),
    "arrogance_or_entitlement": (
        "I told him the test was a bit pointless.",
        "The recruiter told me I came across as overconfident.",
        "I said they would be lucky to have me.",
    ),
    "undersold_self": (
        "I kept saying it was nothing special.",
        "Never mentioned my degree, no idea why.",
        "I apologised for my lack of experience twice.",
    ),
    "weakness_or_failure_mishandled": (
        "For the weakness I said I work too hard.",
        "They asked about a failure and I got defensive.",
        "i say i dont have any weakness",
    ),
    "gap_or_leaving_unclear": (
        "I couldn't explain the gap in my CV.",
        "When she asked why I left I got really vague.",
        "I was evasive about the sacking.",
    ),
    "overshared_personal": (
        "I started going on about my ex.",
        "Told her all about my divorce, don't know why.",
        "I overshared, my whole family drama came out.",
    ),
    "nerves_took_over": (
        "I totally froze on the second one.",
        "I was so nervous I couldn't finish the sentence.",
        "Lost my train of thought three times.",
    ),
    "no_questions_asked": (
        "she goes any questions for us and i just shook my head",
        "I hadn't prepared a single question for them.",
        "At the end I had no questions for him.",
    ),
    "pay_or_perks_too_early": (
        "I opened with the salary.",
        "I asked about days off within the first five minutes.",
        "I kept asking about the bonus.",
    ),
    "group_or_panel_balance": (
        "In the group task I just sat there quiet.",
        "I talked over the other candidates a few times.",
        "I only spoke to the manager and ignored the other two.",
    ),
    "no_close_no_next_step": (
        "I forgot to ask when they would decide.",
        "Never told them how much I want it.",
        "I have no idea when I'll hear back.",
    ),
}
"""The same, in words that no pattern was written from."""

ALIKE_OTHERWISE: Final[dict[str, tuple[str, ...]]] = {
    "no_company_research": (
        "I had looked at their site twice and could say what they make.",
        "She didn't know what the company did herself, she started on Monday.",
    ),
    "unprepared_common_question": (
        "I had an answer ready for why I want to leave.",
        "They asked about conflict and I told them about the night rota, it went well.",
    ),
    "rambled": (
        "The interviewer went on and on about his holiday.",
        "I was afraid that I would ramble, so I had a list of three points.",
    ),
    "answers_too_short": (
        "She gave one-word answers to everything I asked.",
        "He wanted just yes or no, so I said yes or no.",
    ),
    "vague_no_example": (
        "I gave two examples with dates and numbers.",
        "Nobody asked for an example so I gave no examples.",
    ),
    "missed_the_question": (
        "He answered a different question from the one I asked.",
        "I was scared I'd misunderstood the question but he said it was exactly right.",
    ),
    "silent_reasoning": (
        "I explained my thinking at every step.",
        "It was a written exam so I worked in silence like everyone else.",
    ),
    "brief_not_met": (
        "Their presentation ran over so mine started late.",
        "I kept to ten slides and finished on time.",
    ),
    "low_interest_shown": (
        "They said I seemed very keen.",
        "He yawned all the way through.",
    ),
    "arrogance_or_entitlement": (
        "They said I was not arrogant at all.",
        "The manager bragged about his car.",
    ),
    "undersold_self": (
        "I told them about my degree and the award.",
        "I was worried I'd play myself down, so I brought figures.",
    ),
    "weakness_or_failure_mishandled": (
        "I said my weakness is big meetings and that I now write notes before.",
        "He told me he is a perfectionist.",
    ),
    "gap_or_leaving_unclear": (
        "I told them about the gap in one sentence and she nodded.",
        "He could not explain why the last person had left.",
    ),
    "overshared_personal": (
        "He told me about his divorce.",
        "She asked about my family and I only said we live nearby.",
    ),
    "nerves_took_over": (
        "The screen froze twice.",
        "I was afraid my mind would go blank but it didn't.",
    ),
    "no_questions_asked": (
        "They had no questions for me about the gap.",
        "I had six questions and she answered them all.",
    ),
    "pay_or_perks_too_early": (
        "She asked me about my salary straight away.",
        "They brought up holidays first and I just listened.",
    ),
    "group_or_panel_balance": (
        "One man dominated the discussion and would not stop.",
        "I led the group well and everyone had a turn.",
    ),
    "no_close_no_next_step": (
        "I asked when they decide and she said next week.",
        "He never asked when I could start.",
    ),
}
"""What looks like it and is not, in other words."""


def _pairs(texts: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(id_, text) for id_, all_ in texts.items() for text in all_]


@pytest.mark.parametrize(("id_", "text"), _pairs(SAID))
def test_a_usual_way_to_say_it_is_stated(id_: str, text: str) -> None:
    assert cued(page(text))[id_].strength is Strength.STATED


@pytest.mark.parametrize(("id_", "text"), _pairs(SAID_OTHERWISE))
def test_it_is_found_in_other_words(id_: str, text: str) -> None:
    assert id_ in cued(page(text))


@pytest.mark.parametrize(("id_", "text"), [*_pairs(ALIKE), *_pairs(ALIKE_OTHERWISE)])
def test_what_only_looks_like_it_is_left_alone(id_: str, text: str) -> None:
    assert id_ not in cued(page(text))


@pytest.mark.parametrize("text", [text for _, text in _pairs(ALIKE)])
def test_what_is_no_mistake_is_no_other_of_the_subtler_ones(text: str) -> None:
    assert not cued(page(text)).keys() & SAID.keys()


@pytest.mark.parametrize("id_", SAID)
def test_every_subtler_mistake_has_cues_for_more_than_one_voice(id_: str) -> None:
    assert sum(cue.id == id_ for cue in cues("cues_subtle.toml")) >= 4
