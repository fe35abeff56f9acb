"""What the guide to improper questions promises: general lines, never a verdict, always a body."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching import rights
from bot.coaching.knowledge import sources
from bot.coaching.rights import Guide, Line, Topic
from bot.words import ENGLISH, Text

PLACES: tuple[tuple[str | None, str | None], ...] = (
    (None, None),
    ("US", None),
    *(("US", state) for state in ("CO", "CA", "TX")),
    ("GB", None),
    ("GB", "NI"),
    ("CA", None),
    ("CA", "ON"),
    ("CA", "BC"),
    *((country, None) for country in ("DE", "FR", "IE", "IN", "AU", "BR", "ZZ")),
    ("AU", "QLD"),
)

WORKED_CASE = (
    "Asked my date of birth on a 'background clearance' form, I wrote born 1954, "
    "they are seeing two others; did I err?"
)

NEVER = re.compile(
    r"\b(?:il)?legal(?:ly)?\b(?! advice| aid| centre| support)|\b(?:un)?lawful|\bviolat|\bforbid"
    r"|\bprohibit|\bbanned\b|\bbroke|\bagainst the law|\bcrime\b|\bguilty|\bsue\b"
    r"|\bw(?:ould|ill) win|\bcompensation\b|\bdamages\b|\bentitled|\bnothing wrong"
    r"|\bthey (?:were|are) (?:not )?allowed|\bwere not allowed|\bdiscriminated against you"
    r"|\byour claim|!",
    re.IGNORECASE,
)


def every_text(guide: Guide) -> list[str]:
    texts: list[Text] = [line.shown() for line in every_line(guide)]
    texts += [guide.place, *guide.bodies, *guide.ask, *guide.record, guide.not_legal_advice]
    return [ENGLISH.say(text) for text in texts]


def every_line(guide: Guide) -> tuple[Line, ...]:
    return (*guide.lines, *guide.others, *guide.time_limits)


def said(guide: Guide) -> str:
    return "\n".join(every_text(guide))


@pytest.mark.parametrize(("country", "region"), PLACES)
def test_no_line_gives_a_verdict_or_says_what_would_come_of_it(
    country: str | None, region: str | None
) -> None:
    for text in every_text(rights.guide(country, region)):
        assert not NEVER.search(text.replace("workers’ compensation", "")), text


@pytest.mark.parametrize(("country", "region"), PLACES)
def test_every_guide_ends_with_the_fixed_sentence_and_a_body(
    country: str | None, region: str | None
) -> None:
    words = ENGLISH.say(rights.guide(country, region).not_legal_advice)
    assert re.fullmatch(
        r"This is general information, not legal advice\. Rules differ by place and change; "
        r"[^;.]+ can tell you what applies to you\.",
        words,
    )


@pytest.mark.parametrize(("country", "region"), PLACES)
def test_every_time_limit_says_to_check_at_once(country: str | None, region: str | None) -> None:
    limits = rights.guide(country, region).time_limits
    assert limits
    for line in limits:
        assert "Check this at once" in ENGLISH.say(line.shown())


@pytest.mark.parametrize(("country", "region"), PLACES)
def test_what_nobody_looked_up_in_full_is_shown_with_check_this_first(
    country: str | None, region: str | None
) -> None:
    guide = rights.guide(country, region)
    for line in (*guide.lines, *guide.others):
        warned = ENGLISH.say(line.shown()).startswith("Check this first")
        assert warned is not line.verified


@pytest.mark.parametrize(("country", "region"), PLACES)
def test_every_line_has_a_day_and_known_sources_or_admits_that_it_has_none(
    country: str | None, region: str | None
) -> None:
    for line in every_line(rights.guide(country, region)):
        assert re.match(r"20\d\d", line.as_of)
        assert set(line.sources) <= set(sources())
        general = Topic.GENERAL in line.topics
        assert line.sources or not line.verified or general, line.id


def test_an_unknown_country_gets_only_what_is_common_and_is_asked_for() -> None:
    guide = rights.guide(None)
    assert guide.ask_country
    assert not guide.covered
    assert "In which country is the employer?" in said(guide)
    assert "an official advice body where you live" in ENGLISH.say(guide.not_legal_advice)
    common = {line.id for line in every_line(guide)}
    assert common <= {"answering_is_no_mistake", "no_verdict", "not_proof", "early"}


@pytest.mark.parametrize("code", ["", "  ", "U", "USA", "??", "12"])
def test_a_code_that_is_none_counts_as_no_country(code: str) -> None:
    assert rights.guide(code).ask_country


def test_a_country_without_rules_here_is_not_asked_for_again() -> None:
    guide = rights.guide("BR")
    assert not guide.ask_country
    assert not guide.covered
    assert every_line(guide) == every_line(rights.guide(None))


@pytest.mark.parametrize("country", ["FR", "IE", "NL", "PL", "GR", "el"])
def test_a_member_state_without_a_page_gets_the_eu_frame_and_is_told_to_check(
    country: str,
) -> None:
    guide = rights.guide(country)
    assert ENGLISH.say(guide.place) == "the European Union"
    assert "check whether your country has enacted it" in said(guide)
    assert "not the law of your country" in said(guide)


def test_germany_gets_its_own_rules_and_the_frame_around_them() -> None:
    guide = rights.guide("DE")
    assert ENGLISH.say(guide.place) == "Germany"
    assert "AGG" in said(guide)
    assert "check whether your country has enacted it" in said(guide)
    assert "I do not write untrue answers" in said(guide)
    assert "not the law of your country" not in said(guide)


def test_britain_is_told_only_the_shorter_time_limit() -> None:
    words = said(rights.guide("GB"))
    assert "three months less one day" in words
    assert "six months" not in words


@pytest.mark.parametrize(
    ("country", "region"),
    [("GB", "NI"), ("GB", "NIR"), ("GB-NIR", None), ("UK", "GB-NIR"), ("gb", "ni")],
)
def test_northern_ireland_is_told_of_its_own_law_and_body(country: str, region: str | None) -> None:
    guide = rights.guide(country, region)
    assert ENGLISH.say(guide.place) == "Northern Ireland"
    assert "Equality Commission for Northern Ireland" in ENGLISH.say(guide.not_legal_advice)
    assert "Equality Act 2010" not in said(guide)
    assert "three months less one day" not in said(guide)


def test_ontario_is_told_in_detail_and_no_other_province_is() -> None:
    ontario, other, none = (rights.guide("CA", region) for region in ("ON", "BC", None))
    assert "within 45 days" in said(ontario)
    assert "one year from the last incident" in said(ontario)
    assert "Ontario" not in said(other)
    assert "Ontario" not in said(none)
    assert none.ask_region
    assert not ontario.ask_region


@pytest.mark.parametrize(("country", "region"), [("US", "CO"), ("US-CO", None), ("us", "us-co")])
def test_colorado_is_told_its_own_rule_on_age(country: str, region: str | None) -> None:
    assert "In Colorado, since 1 July 2024" in said(rights.guide(country, region))


def test_colorados_rule_is_told_in_no_other_state() -> None:
    assert "In Colorado, since" not in said(rights.guide("US", "TX"))
    assert "In Colorado, since" not in said(rights.guide("US"))


def test_what_fits_the_question_comes_first_and_the_rest_stands_apart() -> None:
    guide = rights.guide("US", None, frozenset({"health"}))
    assert [line.id for line in guide.lines[:2]] == ["health", "genetic"]
    for line in guide.lines:
        assert line.topics & {Topic.HEALTH, Topic.GENERAL}
    assert "pay_history" in {line.id for line in guide.others}


@given(
    st.sampled_from(PLACES),
    st.frozensets(st.sampled_from([str(topic) for topic in Topic]), max_size=4),
)
def test_topics_change_the_order_and_lose_nothing(
    place: tuple[str | None, str | None], topics: frozenset[str]
) -> None:
    some, everything = rights.guide(*place, topics), rights.guide(*place)
    assert sorted(line.id for line in every_line(some)) == sorted(
        line.id for line in every_line(everything)
    )
    assert not everything.others
    assert some.not_legal_advice == everything.not_legal_advice
    assert some.record == rights.record_card()


# --- the worked case: a birth date on a background form ---------------------------------------


def test_the_birth_date_form_touches_birth_date_age_and_background() -> None:
    assert rights.topics_in(WORKED_CASE) == {
        Topic.BIRTH_DATE,
        Topic.AGE,
        Topic.BACKGROUND_CHECK,
    }


@pytest.mark.parametrize("country", [None, "US"])
def test_the_birth_date_form_gets_no_verdict_but_a_record_card_and_the_open_questions(
    country: str | None,
) -> None:
    guide = rights.guide(country, None, rights.topics_in(WORKED_CASE))
    words = said(guide)
    for verdict in ("unlawful", "lawful", "illegal", "legal ", "violation", "was allowed"):
        assert verdict not in words.replace("not legal advice", "")
    assert "Answering such a question is never counted as a mistake" in words
    assert "Keep the form, the advert and every message" in words
    assert "say nothing about this in it." in words
    assert "before an offer, after an offer with conditions" in words
    assert "Who ran the check" in words
    assert "were the others asked the same" in words
    assert "Did anybody there speak about age?" in words
    assert "does not show the reason for the no. It does not rule one out either." in words
    assert ("In which country" in words) is (country is None)
    assert ("In which state" in words) is (country is not None)


def test_in_the_us_the_birth_date_form_is_said_to_be_looked_at_closely() -> None:
    first = rights.guide("US", None, rights.topics_in(WORKED_CASE)).lines[0]
    words = ENGLISH.say(first.shown())
    assert "do not by themselves restrict" in words
    assert "may be evidence" in words
    assert {"L1", "L2"} <= set(first.sources)


# --- which topics a question touches ----------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "topic"),
    [
        ("they wanted my DOB", "birth_date"),
        ("what year were you born", "birth_date"),
        ("how old are you, if I may", "age"),
        ("when did you graduate", "age"),
        ("are you planning to have kids", "family"),
        ("she asked if I'm pregnant", "family"),
        ("are you married", "family"),
        ("who looks after the little ones", "family"),
        ("what church do you go to", "religion"),
        ("would you take off the headscarf", "religion"),
        ("where's that accent from", "origin"),
        ("where are you really from", "origin"),
        ("what caste are you", "origin"),
        ("how is your health", "health"),
        ("do you take any medication", "health"),
        ("any disability we should know of", "health"),
        ("how many sick days last year", "health"),
        ("are you gay", "sex"),
        ("your salary history please", "pay_history"),
        ("what do you earn now", "pay_history"),
        ("what is your current CTC", "pay_history"),
        ("how much were you making", "pay_history"),
        ("had to upload my last payslip", "pay_history"),
        ("do you have a criminal record", "criminal_record"),
        ("ever been arrested", "criminal_record"),
        ("a background check form", "background_check"),
        ("a trial shift of six hours, unpaid", "trial_work"),
        ("are you in a union", "union"),
        ("they gave no feedback", "feedback"),
        ("never heard from them, ghosted", "duty_to_inform"),
    ],
)
def test_the_words_of_a_question_find_its_topic(quote: str, topic: str) -> None:
    assert topic in rights.topics_in(quote)
    assert topic in rights.topics_in(quote.upper())


@pytest.mark.parametrize(
    "quote",
    [
        "are you allowed to work here",
        "what salary do you expect",
        "can you lift 20 kilos",
        "can you work Saturdays",
        "do you have a driving licence",
        "tell me about yourself",
        "the page was slow",
        "",
    ],
)
def test_fair_questions_touch_no_topic(quote: str) -> None:
    assert rights.topics_in(quote) == frozenset()


@given(st.text(max_size=200))
def test_any_words_can_be_sorted(quote: str) -> None:
    assert rights.topics_in(quote) <= frozenset(Topic)


# --- in the moment, afterwards ----------------------------------------------------------------


def test_there_are_five_choices_each_with_words_and_a_time_for_them() -> None:
    choices = rights.in_the_moment()
    assert len(choices) == 5
    for one in choices:
        assert all(ENGLISH.say(text) for text in (one.name, one.words, one.when))
    assert "Answer it" in {ENGLISH.say(one.name) for one in choices}


def test_no_text_advises_to_hide_something_or_writes_an_untrue_answer() -> None:
    choices = chain.from_iterable((one.name, one.words, one.when) for one in rights.in_the_moment())
    for text in (*choices, *rights.record_card(), *rights.fair_questions()):
        assert not re.search(r"\b(?:hide|lie|pretend|make up|do not tell)\b", ENGLISH.say(text))


def test_the_record_card_says_what_to_keep_what_to_leave_unsaid_and_to_ask_early() -> None:
    words = " ".join(ENGLISH.say(text) for text in rights.record_card())
    for needed in (
        "exact words",
        "Keep the form",
        "say nothing about this in it",
        "ask the official",
    ):
        assert needed in words
    assert "before you write to the employer" in words


def test_pay_expected_is_fair_and_pay_earned_is_set_apart() -> None:
    words = " ".join(ENGLISH.say(text) for text in rights.fair_questions())
    assert "allowed to work in the country" in words
    assert "What you earned before is another question" in words
