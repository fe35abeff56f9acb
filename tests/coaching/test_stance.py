"""How somebody stands to what they tell, and whose act it was. `[...]` marks the place."""

from __future__ import annotations

import pytest

from bot.coaching.reading.signs import Side
from bot.coaching.reading.splitting import Page, Span, page
from bot.coaching.reading.stance import Stance, stances, subject


def marked(sentence: str) -> tuple[Page, Span]:
    start, end = sentence.index("["), sentence.index("]") - 1
    return page(sentence.replace("[", "").replace("]", "")), Span(start, end)


STANCES = {
    Stance.DENIED: [
        "I was not [late]",
        "I wasnt [late] at all",
        "didnt [ramble] this time",
        "I never [interrupted him]",
        "Not once did I [interrupt] anyone",
        "at no point did I [raise my voice]",
        "it isnt true that I [argued]",
        "nobody could say I [talked too much]",
        "I managed not to [swear]",
        "There was no [arguing] from me",
    ],
    Stance.FEARED: [
        "I was scared I'd [be late]",
        "I nearly [swore]",
        "what if I [came across rude]",
        "I dreamt I [was late]",
        "kept thinking I'd [freeze]",
        "I could have [argued] but I stayed calm",
        "if i had [arrived late] they would not have seen me",
    ],
    Stance.PLANNED: [
        "Next time I [ask more questions]",
        "tomorrow i'll [email them]",
        "Going to [ring them] on Monday",
    ],
    Stance.REPORTED: [
        "They asked me whether I was ever [late]",
        "he asked if I [argue with colleagues]",
        "one question was about a time I [had been rude] to a customer",
        "my mum always says you should never [be late]",
        "I read somewhere that people [ramble]",
    ],
    Stance.ELSEWHERE: [
        "In my last interview I [was late]",
        "years ago I [turned up late] to one",
        "At another company I [swore]",
        "I used to [ramble]",
    ],
    Stance.ONLY_HERE: [
        "Between us, [my old boss was an idiot] but I didn't say that",
        "I thought [what an idiot] and kept it to myself",
        "wrote [an angry email] but never sent it",
    ],
    Stance.PUT_RIGHT: [
        "My [phone rang] but we all laughed and it was fine",
        "I [mixed up the names]. Luckily she didn't mind.",
        "[called her by the wrong name], apologised and carried on fine",
    ],
    Stance.INVITED: [
        "they told me to [call on his mobile]",
        "She asked me to [talk about my family]",
        "The invite said to [ring at any time]",
    ],
    Stance.UNSURE: [
        "I think I [talked too much]",
        "maybe I [was too short]",
        "I was worried I [talked too much]",
        "not sure if I [interrupted her]",
    ],
}

HAPPENED = [
    "I was [late]",
    "i got there [ten minutes late] because of the bus",
    "I couldn't help [interrupting]",
    "not gonna lie I [rambled]",
    "I [talked too long], no doubt about it",
    "No, I [was late]",
    "he asked why I left and i [slagged off my boss]",
    "when they asked what I knew about the firm I [drew a blank]",
    "I didn't notice I was [talking over her]",
    "I could not stop [talking]",
    "There was no parking so I [came late]",
    "I didn't sleep and [arrived late]",
    "Without thinking I [swore]",
    "I took a different bus and [arrived late]",
    "My current job came up and I [moaned about it]",
    "the event before ran over and I [was late]",
    "I was nervous and [talked too fast]",
    "tomorrow I hear back. I [was late] though",
    "It was my first interview in years and I [rambled]",
    "I blanked for the first time and [said nothing]",
    "I shouldn't have [talked about my divorce]",
    "I wish I hadn't [called him mate]",
    "it would have been fine if I hadn't [been late]",
]


@pytest.mark.parametrize(
    ("stance", "sentence"), [(one, told) for one, several in STANCES.items() for told in several]
)
def test_a_stance_is_seen(stance: Stance, sentence: str) -> None:
    assert stance in stances(*marked(sentence))


@pytest.mark.parametrize("sentence", HAPPENED)
def test_what_happened_has_no_stance_against_it(sentence: str) -> None:
    assert stances(*marked(sentence)) == frozenset()


@pytest.mark.parametrize(
    "sentence", ["I [never sent a thank-you]", "i [didnt ask a single question]"]
)
def test_what_was_left_undone_is_not_denied_by_its_own_never(sentence: str) -> None:
    assert stances(*marked(sentence), own_denial=True) == frozenset()


MINE = [
    "I was [late]",
    "got there [late]",
    "When she asked I [froze]",
    "i phoned him and [hung up]",
    "he looked at me when my [phone rang]",
    "nobody told me and I [went to the wrong office]",
    "He asked about pay and I [laughed]",
    "she smiled at me, I [looked away]",
    "and then [forgot everything]",
]

THEIRS = [
    "She [arrived late]",
    "we started late because he [got stuck]",
    "The guy before me [rambled]",
    "One of the candidates [talked over everyone]",
    "his [phone rang]",
    "The manager's [phone rang]",
    "the panel kept [interrupting me]",
    "my daughter [came in] during the call",
    "my old boss [shouted]",
    "Interviewer [came late]",
    "recruiter [forgot] the call",
    "HR [never called]",
    "she emailed and [moved it]",
]


@pytest.mark.parametrize("sentence", MINE)
def test_an_act_of_their_own_is_theirs(sentence: str) -> None:
    cut, place = marked(sentence)
    assert subject(cut, cut.sentences[cut.sentence_at(place.start)], place.start) is Side.ME


@pytest.mark.parametrize("sentence", THEIRS)
def test_somebody_elses_act_is_not_laid_on_them(sentence: str) -> None:
    cut, place = marked(sentence)
    assert subject(cut, cut.sentences[cut.sentence_at(place.start)], place.start) is Side.THEM


def test_a_thing_without_a_doer_is_nobodys() -> None:
    cut, place = marked("The line [broke]")
    assert subject(cut, cut.sentences[0], place.start) is Side.UNKNOWN


def test_a_question_answered_with_no_is_denied() -> None:
    assert Stance.DENIED in stances(*marked("[Overslept]? No, I was up at five."))


def test_a_question_to_the_reader_is_not_a_statement() -> None:
    assert Stance.UNSURE in stances(*marked("and I [talked over her]?"))


def test_an_if_that_somebody_asked_is_no_fear() -> None:
    assert stances(*marked("When she asked if I had questions I [said nothing]")) == frozenset()


@pytest.mark.parametrize(
    "sentence",
    [
        "I counted it in my head and [said the wrong sum]",
        "I took my lead from the list and [forgot the till]",
    ],
)
def test_my_head_and_my_lead_are_nobody_else(sentence: str) -> None:
    cut, place = marked(sentence)
    assert subject(cut, cut.sentences[0], place.start) is Side.ME


@pytest.mark.parametrize(
    "sentence",
    [
        "I [burnt the milk] but threw it away and made another one",
        "I [cut it wrong]. I did it again properly.",
        "I [spilt some] and re-poured it before anyone noticed",
    ],
)
def test_what_was_done_over_is_told_apart_from_what_was_forgiven(sentence: str) -> None:
    assert Stance.DONE_AGAIN in stances(*marked(sentence))


@pytest.mark.parametrize(
    "sentence",
    ["I [swore] and then I did it again", "I [was late] before anyone asked", "I [swore] again"],
)
def test_what_was_only_repeated_is_not_put_right(sentence: str) -> None:
    assert Stance.DONE_AGAIN not in stances(*marked(sentence))


def test_missing_words_are_seen_in_this_sentence_and_at_the_start_of_the_next() -> None:
    assert Stance.WORDS_MISSING in stances(*marked("I [said nothing], I had no words in English"))
    assert Stance.WORDS_MISSING in stances(*marked("I [said nothing]. In Polish I know it."))
    assert Stance.WORDS_MISSING not in stances(*marked("I [said nothing]. He speaks Polish."))


def test_a_question_stays_a_question_when_its_answer_follows_in_the_same_breath() -> None:
    assert Stance.UNSURE in stances(*marked("did I [talk over her]? and I said sorry"))
