"""What a coach would promise of a reading: nobody is charged with what was not their doing."""

from __future__ import annotations

import pytest

from bot.coaching import knowledge
from bot.coaching.reading import Reading, Side, Strength, read
from bot.coaching.reading.cues import cues_from


def stated(text: str) -> set[str]:
    return {sign.id for sign in read(text).signs if sign.strength is Strength.STATED}


def mistakes(reading: Reading) -> set[str]:
    return {sign.id for sign in reading.signs} & knowledge.mistakes().keys()


@pytest.mark.parametrize(
    "text",
    [
        "i burnt the milk once but i binned it and made it again before anyone got it",
        "I overcooked the steak. I threw it away and cooked another one.",
        "the sauce split so i poured it out and made a fresh batch",
        "I burned one toast and cut it, then I did it again properly.",
    ],
)
def test_what_was_done_again_and_rightly_is_no_mistake(text: str) -> None:
    assert mistakes(read(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "the other girl burnt the milk twice and nobody said anything",
        "his steak came back raw and chef was not happy",
        "one of the other candidates forgot to save and lost it all",
        "somebody cut the fish wrong and the other guy's plate was sent back",
    ],
)
def test_what_somebody_else_spoilt_is_never_theirs(text: str) -> None:
    assert mistakes(read(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "After ten minutes their machine stopped and clock was still running. "
        "So I did not finish the test.",
        "I did not finish the test. That was because their laptop froze twice.",
        "their link did not work. because of this i was ten minutes late",
        "They had sent me the wrong address. So I was ten minutes late.",
    ],
)
def test_what_the_sentence_before_or_after_explains_is_not_laid_on_them(text: str) -> None:
    assert "nf_employer_tech_failure" in stated(text)
    assert mistakes(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("I did not finish the test. Their laptop froze for ten minutes.", "task_underperformed"),
        ("I was ten minutes late. They had sent the wrong address.", "late_or_no_show"),
        ("The manager came late. I ran out of time in the task.", "task_underperformed"),
        ("She was checking her phone. I talked for twenty minutes.", "rambled"),
    ],
)
def test_what_stands_beside_an_employers_fault_is_asked_and_not_stated(text: str, id_: str) -> None:
    assert id_ not in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "My laptop froze twice. I was ten minutes late. They had sent the invite on Monday.",
        "I did not finish the test. It was a sunny day. Then their laptop froze.",
    ],
)
def test_what_is_told_further_away_explains_nothing(text: str) -> None:
    assert mistakes(read(text)) & stated(text)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("I asked about the training in the first month", "st_asked_to_clarify"),
        ("He asked me for my papers first.", "st_asked_to_clarify"),
        ("It was the second of March, a Tuesday.", "nf_competition_or_order"),
        ("that was the 2nd of november", "nf_competition_or_order"),
        ("I was second in the queue.", "nf_competition_or_order"),
        ("they'll ring the other people first, by Friday they want a list", "st_next_steps_agreed"),
        ("she called me before the interview on Monday about parking", "st_next_steps_agreed"),
        ("I asked for a second to find my papers.", "st_next_steps_agreed"),
        ("The interview finished before lunch so I walked home.", "st_task_delivered"),
        ("He finished his coffee before we started.", "st_task_delivered"),
        ("He said the best coffee is next door.", "st_task_delivered"),
        ("I took my time with the first question because it was long.", "st_specific_example"),
        ("used my break time to read the sheet and we began", "st_specific_example"),
        ("I told them about my holiday and they said fine", "st_specific_example"),
        ("I started the day with my husband driving me there.", "overshared_personal"),
        ("We began late, my wife was waiting outside.", "overshared_personal"),
        ("He broke the news that the job starts in May.", "obvious_blunder"),
        ("I snapped a picture of the rota.", "obvious_blunder"),
        ("I dropped the tray off in the kitchen as they asked.", "obvious_blunder"),
        ("their system was easy to use", "nf_employer_tech_failure"),
        ("my printer broke so I wrote it by hand", "nf_employer_tech_failure"),
        ("I forgot my glasses in the car and ran to get them.", "undersold_self"),
        ("Two nurses walked with me through the ward.", "st_thought_aloud"),
        ("My phone was in my bag the whole time, switched off.", "phone_or_distraction"),
        ("Chef said my section was spotless.", "task_underperformed"),
        (
            "I knew nothing about the company so I read their site for two hours",
            "no_company_research",
        ),
        ("they never called my old boss", "nf_ghosted"),
    ],
)
def test_an_ordinary_moment_is_not_taken_for_a_finding(text: str, id_: str) -> None:
    assert id_ not in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The chef asked me about the HACCP papers in English and I did not know the words, "
        "in German I know it all",
        "He asked about the invoices. I could not find the words in English.",
        "she asked how I clean the pump, I know it only in Polish",
        "I blanked on the english word but I knew the machine",
    ],
)
def test_missing_words_of_a_language_are_never_a_missing_skill(text: str) -> None:
    reading = read(text)
    assert reading.skill_gaps == ()
    assert mistakes(reading) == set()


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("they said 2 weeks and then nothing, that was the 2nd of november", "nf_ghosted"),
        ("They never rang. That is five weeks.", "nf_ghosted"),
        ("they never got back to me though they promised", "nf_ghosted"),
        ("Six weeks now. Nobody wrote, they have not called.", "nf_ghosted"),
        ("it was a very close decision between two good candidates", "nf_competition_or_order"),
        ("the till was jammed", "nf_employer_tech_failure"),
        ("their scanner kept freezing", "nf_employer_tech_failure"),
        (
            "I also told them about the dispute, which I settled in two weeks",
            "st_specific_example",
        ),
        ("I have never done it, I said this and that I can learn it fast", "st_honest_gap"),
        ("I did ask before I started if the pans were hot", "st_asked_to_clarify"),
        ("I knew nothing about the company", "no_company_research"),
        ("my slides ran ten minutes over", "brief_not_met"),
        ("she said they will call me by Friday", "st_next_steps_agreed"),
        ("i finished the test with ten minutes left", "st_task_delivered"),
        ("Any questions? and i said nope", "no_questions_asked"),
    ],
)
def test_what_is_said_plainly_in_plain_words_is_stated(text: str, id_: str) -> None:
    assert id_ in stated(text)


def test_never_having_heard_of_a_company_is_asked_about() -> None:
    (sign,) = read("I had never heard of the company before").signs

    assert sign.id == "no_company_research"
    assert sign.strength is not Strength.STATED


def test_silence_without_a_time_or_a_promise_is_only_asked_about() -> None:
    assert stated("They never rang.") == set()


VERDICTS = [
    "It was a disaster.",
    "I completely messed up the test.",
    "i blew the trial",
    "my answers were too long",
    "my answers were too short",
    "my answers were vague",
    "I talked too much.",
    "I spoke too fast.",
    "I was too slow on the till.",
    "my presentation was too long",
    "It went too technical for them.",
    "I was overdressed.",
    "I was bitter about my old boss.",
    "I did not sell myself.",
    "I sold myself short.",
    "I showed no interest.",
    "I came across as arrogant.",
    "I was rude.",
    "I did well in the test.",
    "I felt stupid the whole time.",
    "nerves got the better of me",
]


@pytest.mark.parametrize("text", VERDICTS)
def test_a_verdict_or_a_feeling_alone_is_never_stated(text: str) -> None:
    assert stated(text) == set()


def test_a_yearly_sum_in_lakhs_is_pay_whatever_else_is_said() -> None:
    pay = read("They told the budget is 5.5 LPA").pay
    assert pay is not None
    assert [(figure.amount, figure.named_by) for figure in pay.figures] == [("5.5 LPA", Side.THEM)]


def test_a_cue_that_needs_backing_is_read_with_its_backing() -> None:
    cue = "[[cue]]\nid = 'nf_ghosted'\npattern = 'never rang'\nbacked_by = 'weeks'\n"
    assert cues_from(cue, "here")[0].backed_by == "weeks"
