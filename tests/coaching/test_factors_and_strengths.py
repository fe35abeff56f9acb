"""What is said of what was not the candidate's fault, of what went well, and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.coaching import knowledge
from bot.coaching.knowledge import Evidence, Factor, Overlap, Question, Strong, entries

FACTORS = (
    "nf_illegal_question",
    "nf_ghosted",
    "nf_internal_candidate",
    "nf_role_frozen_or_changed",
    "nf_ghost_job",
    "nf_interviewer_unprepared",
    "nf_bait_and_switch",
    "nf_mixed_signals_on_contact",
    "nf_bias_or_discrimination",
    "nf_no_feedback_policy",
    "nf_competition_or_order",
    "nf_unstructured_process",
    "nf_exploitative_trial",
    "nf_employer_tech_failure",
)

STRENGTHS = (
    "st_prepared_and_on_time",
    "st_specific_example",
    "st_asked_to_clarify",
    "st_thought_aloud",
    "st_honest_gap",
    "st_recovered",
    "st_own_questions",
    "st_rapport",
    "st_task_delivered",
    "st_honest_self_promotion",
    "st_boundary_kept",
    "st_next_steps_agreed",
    "st_prompt_specific_thanks",
    "st_calm_under_pressure",
)

KNOWN = {*knowledge.mistakes(), *FACTORS, *STRENGTHS}

QUESTIONS = (
    "job",
    "account",
    "unanswered",
    "one_answer",
    "practical",
    "why_job",
    "next_steps",
    "too_personal",
    "since",
    "went_well",
)

factors = entries("not_your_fault.toml", Factor, "factor")
strengths = entries("strengths.toml", Strong, "strength")
both: tuple[Factor | Strong, ...] = (*factors, *strengths)
overlaps = entries("overlaps.toml", Overlap, "overlap", name="stands")
questions = entries("questions.toml", Question, "question", name="key")

HEDGE = re.compile(r"\b(may|might|seems?|perhaps|if|depends|whether)\b", re.IGNORECASE)
FIGURE = re.compile(r"\d%|\.\d\d\b|\b\d+ (?:in|of) \d+\b")


def _evidence_said(evidence: Evidence) -> Iterator[str]:
    yield evidence.weakness
    yield from (claim.says for claim in evidence.claims)


def _shown() -> Iterator[tuple[str, str]]:
    """Every sentence that a person may read, with a name for it."""
    for factor in factors:
        for text in (factor.name, factor.say, factor.do, factor.ask, factor.ask_open):
            yield factor.id, text
        yield from ((factor.id, text) for text in _evidence_said(factor.evidence))
    for strong in strengths:
        for text in (strong.name, strong.say, strong.keep, strong.ask):
            yield strong.id, text
        yield from ((strong.id, text) for text in _evidence_said(strong.evidence))
    for question in questions:
        yield question.key, question.text
        yield question.key, question.direct


def test_all_fourteen_factors_stand_in_their_order() -> None:
    assert tuple(one.id for one in factors) == FACTORS


def test_all_fourteen_strengths_stand_in_their_order() -> None:
    assert tuple(one.id for one in strengths) == STRENGTHS


@pytest.mark.parametrize(
    "phrase", ["!", "you are", "you're", "this is why", "you should have", "blessing", "sorry"]
)
def test_nothing_shown_shouts_labels_or_claims_to_know_the_reason(phrase: str) -> None:
    assert not [(name, text) for name, text in _shown() if phrase in text.lower()]


def test_nothing_shown_holds_braces_that_would_be_read_as_a_value() -> None:
    assert not [(name, text) for name, text in _shown() if set("{}") & set(text)]


@pytest.mark.parametrize("strong", strengths, ids=lambda one: one.id)
def test_what_a_strength_showed_is_said_with_may(strong: Strong) -> None:
    assert re.search(r"\b(may|might)\b", strong.say)


@pytest.mark.parametrize(
    "id_",
    [
        "nf_internal_candidate",
        "nf_role_frozen_or_changed",
        "nf_ghost_job",
        "nf_interviewer_unprepared",
        "nf_bias_or_discrimination",
        "nf_unstructured_process",
        "nf_exploitative_trial",
        "nf_employer_tech_failure",
    ],
)
def test_a_factor_that_nobody_can_be_sure_of_is_hedged(id_: str) -> None:
    assert HEDGE.search(next(one for one in factors if one.id == id_).say)


def test_answering_an_improper_question_is_said_to_be_never_a_mistake() -> None:
    factor = factors[0]
    assert "Answering is never a mistake" in factor.say
    assert "not answering is not one either" in factor.say


def test_an_improper_question_is_never_said_to_have_broken_a_law_nor_to_have_kept_it() -> None:
    factor = factors[0]
    for text in (factor.name, factor.say, factor.do, factor.ask, factor.ask_open):
        without_disclaimer = text.lower().replace("not legal advice", "")
        for word in ("illegal", "unlawful", "lawful", "legal", "broke", "the law", "allowed"):
            assert word not in without_disclaimer


@pytest.mark.parametrize(
    "id_", ["nf_illegal_question", "nf_bias_or_discrimination", "nf_exploitative_trial"]
)
def test_where_rights_are_touched_it_is_said_to_be_no_legal_advice(id_: str) -> None:
    factor = next(one for one in factors if one.id == id_)
    assert "is general information, not legal advice." in factor.do


@pytest.mark.parametrize("one", both, ids=lambda one: one.id)
def test_a_confirming_question_is_one_short_question_that_yes_or_no_answers(
    one: Factor | Strong,
) -> None:
    assert one.ask.endswith("?")
    assert one.ask.count("?") == 1
    assert len(one.ask) <= 180
    assert one.ask.split()[0].lower() in {"did", "was", "were", "have"}


@pytest.mark.parametrize("factor", factors, ids=lambda one: one.id)
def test_what_is_said_of_a_factor_fits_a_small_screen(factor: Factor) -> None:
    assert len(factor.say) <= 260
    assert len(factor.do) <= 260


@pytest.mark.parametrize("strong", strengths, ids=lambda one: one.id)
def test_what_is_said_of_a_strength_fits_a_small_screen(strong: Strong) -> None:
    assert len(strong.say) <= 260
    assert len(strong.keep) <= 260


@pytest.mark.parametrize("strong", strengths, ids=lambda one: one.id)
def test_a_strength_can_be_read_after_the_words_keep_it(strong: Strong) -> None:
    assert not strong.keep.lower().startswith("keep")


@pytest.mark.parametrize("one", both, ids=lambda one: one.id)
def test_what_is_told_carries_no_figure_outside_the_evidence(one: Factor | Strong) -> None:
    told = (one.say, one.do) if isinstance(one, Factor) else (one.say, one.keep)
    for text in told:
        assert not FIGURE.search(text)


@pytest.mark.parametrize("one", both, ids=lambda one: one.id)
def test_every_figure_names_its_source_and_says_its_year_or_that_there_is_none(
    one: Factor | Strong,
) -> None:
    for claim in one.evidence.claims:
        assert claim.sources
        assert claim.year is None or str(claim.year) in claim.says
        if FIGURE.search(claim.says) and "arithmetic" not in claim.says:
            assert "no date" in claim.says or claim.year is not None


@pytest.mark.parametrize("one", both, ids=lambda one: one.id)
def test_only_what_has_no_source_is_graded_as_our_own_choice(one: Factor | Strong) -> None:
    assert (one.evidence.grade == "E") is (not one.evidence.claims)


def test_a_study_that_waits_for_verification_is_shown_to_nobody() -> None:
    used = {source for one in both for claim in one.evidence.claims for source in claim.sources}
    assert not used & {"R11", "R13"}


def test_the_questions_stand_in_their_order_and_what_went_well_comes_last() -> None:
    assert tuple(one.key for one in questions) == QUESTIONS


@pytest.mark.parametrize("question", questions, ids=lambda one: one.key)
def test_a_question_is_short_and_its_direct_form_is_shorter(question: Question) -> None:
    assert len(question.direct) < len(question.text) <= 300


@pytest.mark.parametrize("question", questions, ids=lambda one: one.key)
def test_a_question_has_at_most_one_tail(question: Question) -> None:
    assert 1 <= question.text.count("?") <= 2
    assert 1 <= question.direct.count("?") <= 2


@pytest.mark.parametrize("question", questions, ids=lambda one: one.key)
def test_a_question_names_only_ids_that_are_known(question: Question) -> None:
    assert {*question.serves, *question.skip_if} <= KNOWN
    assert set(question.skip_if) <= set(question.serves)


@pytest.mark.parametrize("key", ["job", "account", "went_well"])
def test_some_questions_are_always_asked(key: str) -> None:
    assert next(one for one in questions if one.key == key).skip_if == ()


def test_the_account_says_how_to_end_it_and_that_it_may_come_in_pieces() -> None:
    for text in (questions[1].text, questions[1].direct):
        assert '"that\'s all"' in text
        assert "several messages" in text.lower()


@pytest.mark.parametrize("overlap", overlaps, ids=lambda one: one.stands)
def test_an_overlap_names_only_ids_that_are_known_and_each_once(overlap: Overlap) -> None:
    assert {overlap.stands, *overlap.gives_way} <= KNOWN
    assert len(set(overlap.gives_way)) == len(overlap.gives_way)


@pytest.mark.parametrize("overlap", overlaps, ids=lambda one: one.stands)
def test_nothing_stands_over_itself(overlap: Overlap) -> None:
    assert overlap.stands not in overlap.gives_way


def test_no_two_stand_over_each_other() -> None:
    pairs = {(one.stands, other) for one in overlaps for other in one.gives_way}
    assert not {(first, second) for first, second in pairs if (second, first) in pairs}


def test_what_can_give_way_is_listed_below_what_it_gives_way_to() -> None:
    place = {one.stands: number for number, one in enumerate(overlaps)}
    for overlap in overlaps:
        for other in overlap.gives_way:
            assert place.get(other, len(overlaps)) > place[overlap.stands], (overlap.stands, other)


def test_no_mistake_stands_over_what_the_employer_did_but_a_request_that_argued() -> None:
    for overlap in overlaps:
        if not overlap.stands.startswith("nf_"):
            hidden = {one for one in overlap.gives_way if one.startswith("nf_")}
            allowed = (
                {"nf_no_feedback_policy"}
                if overlap.stands == "defensive_feedback_request"
                else set[str]()
            )
            assert hidden <= allowed


def test_nothing_stands_over_a_strength() -> None:
    assert not [other for one in overlaps for other in one.gives_way if other.startswith("st_")]


@pytest.mark.parametrize(
    ("stands", "gives_way", "where"),
    [
        ("skill_gap", "nerves_took_over", "same_place"),
        ("skill_gap", "answers_too_short", "same_place"),
        ("skill_gap", "unprepared_common_question", "same_place"),
        ("task_underperformed", "nerves_took_over", "same_place"),
        ("phone_or_distraction", "obvious_blunder", "same_place"),
        ("late_or_no_show", "obvious_blunder", "same_place"),
        ("nf_exploitative_trial", "task_underperformed", "same_place"),
        ("nf_employer_tech_failure", "task_underperformed", "same_place"),
        ("nf_employer_tech_failure", "remote_setup_problem", "same_place"),
        ("nf_illegal_question", "overshared_personal", "same_place"),
        ("nf_interviewer_unprepared", "late_or_no_show", "same_place"),
        ("nf_mixed_signals_on_contact", "too_much_follow_up", "anywhere"),
        ("too_much_follow_up", "no_follow_up", "anywhere"),
        ("weak_thank_you", "no_thank_you", "anywhere"),
        ("st_next_steps_agreed", "no_close_no_next_step", "anywhere"),
        ("st_prompt_specific_thanks", "no_thank_you", "anywhere"),
    ],
)
def test_the_overlaps_that_coaches_agree_on_hold(stands: str, gives_way: str, where: str) -> None:
    rule = next(one for one in overlaps if one.stands == stands)
    assert gives_way in rule.gives_way
    assert rule.where == where


def test_a_gap_and_the_honest_way_of_saying_it_both_stand() -> None:
    for overlap in overlaps:
        assert not {"skill_gap", "st_honest_gap"} <= {overlap.stands, *overlap.gives_way}
