"""What is said of the 36 mistakes and of the sources, and how a broken data file is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.coaching import knowledge
from bot.coaching.findings import severity_of
from bot.coaching.knowledge import (
    Claim,
    Evidence,
    Mistake,
    Question,
    Source,
    WrongKnowledge,
    check_sources,
    entries,
    entries_from,
)
from bot.coaching.reading.signs import Context

MISTAKES = (
    "late_or_no_show",
    "no_company_research",
    "unprepared_common_question",
    "remote_setup_problem",
    "dress_or_grooming_mismatch",
    "obvious_blunder",
    "phone_or_distraction",
    "discourtesy",
    "badmouthed_employer",
    "dishonest_or_assisted",
    "rambled",
    "answers_too_short",
    "vague_no_example",
    "missed_the_question",
    "skill_gap",
    "task_underperformed",
    "silent_reasoning",
    "brief_not_met",
    "low_interest_shown",
    "arrogance_or_entitlement",
    "undersold_self",
    "weakness_or_failure_mishandled",
    "gap_or_leaving_unclear",
    "overshared_personal",
    "nerves_took_over",
    "no_questions_asked",
    "pay_or_perks_too_early",
    "group_or_panel_balance",
    "no_close_no_next_step",
    "no_thank_you",
    "weak_thank_you",
    "no_follow_up",
    "too_much_follow_up",
    "wrong_channel_or_person",
    "defensive_feedback_request",
    "burned_bridge",
)
LEFT_OUT = {
    "no_company_research",
    "vague_no_example",
    "undersold_self",
    "no_questions_asked",
    "no_close_no_next_step",
    "no_thank_you",
    "no_follow_up",
}
SOURCES = {"P": 55, "S": 51, "R": 33, "L": 47}

mistakes = entries("mistakes.toml", Mistake, "mistake")
sources = entries("sources.toml", Source, "source")

every_mistake = pytest.mark.parametrize("mistake", mistakes, ids=lambda one: one.id)


def _told(mistake: Mistake) -> tuple[str, ...]:
    return (
        mistake.name,
        mistake.gentle,
        mistake.direct,
        mistake.next_move,
        mistake.ask,
        mistake.ask_open,
    )


def _shown() -> Iterator[tuple[str, str]]:
    """Every sentence that a person may read, with a name for it."""
    for mistake in mistakes:
        yield from ((mistake.id, text) for text in _told(mistake))
        yield mistake.id, mistake.evidence.weakness
        yield from ((mistake.id, claim.says) for claim in mistake.evidence.claims)
    for source in sources:
        yield source.id, source.caution


# --- The mistakes ---------------------------------------------------------------------------------


def test_all_thirty_six_mistakes_stand_in_their_order() -> None:
    assert tuple(one.id for one in mistakes) == MISTAKES
    assert tuple(knowledge.mistakes()) == MISTAKES


@pytest.mark.parametrize(
    "phrase", ["!", "you are", "you're", "this is why", "obviously", "simply", "just ", "sorry to"]
)
def test_nothing_shown_shouts_labels_or_claims_to_know_the_reason(phrase: str) -> None:
    assert not [(name, text) for name, text in _shown() if phrase in text.lower()]


@pytest.mark.parametrize(
    "label",
    ["arrogan", "entitle", "rude", "dishonest", "liar", "lazy", "blunder", "defensive", "rambl"],
)
def test_nothing_told_names_a_fault_of_character(label: str) -> None:
    assert not [one.id for one in mistakes for text in _told(one) if label in text.lower()]


def test_nothing_shown_holds_braces_that_would_be_read_as_a_value() -> None:
    assert not [(name, text) for name, text in _shown() if set("{}") & set(text)]


@every_mistake
def test_what_is_told_fits_a_small_screen(mistake: Mistake) -> None:
    assert len(mistake.name) <= 60
    assert len(mistake.gentle) <= 240
    assert len(mistake.direct) <= 240
    assert len(mistake.next_move) <= 220
    assert len(mistake.ask) <= 180


@every_mistake
def test_what_it_cost_is_never_told_as_certain_in_either_tone(mistake: Mistake) -> None:
    hedge = re.compile(r"\b(may|could|can)\b")
    assert hedge.search(mistake.gentle)
    assert hedge.search(mistake.direct)


@every_mistake
def test_the_direct_tone_is_the_shorter_one(mistake: Mistake) -> None:
    assert len(mistake.direct) < len(mistake.gentle)


@every_mistake
def test_a_confirming_question_is_one_question_that_yes_or_no_answers(mistake: Mistake) -> None:
    assert mistake.ask.endswith("?")
    assert mistake.ask.count("?") == 1
    assert re.match(r"(Did|Was|Were|Is|Have|When they asked|In the group)\b", mistake.ask)


@every_mistake
def test_a_confirming_question_is_never_put_as_a_negative(mistake: Mistake) -> None:
    assert not re.search(r"n't\b|\bnot\b(?! (?:quite true|allow|sure))", mistake.ask)


@every_mistake
def test_what_is_told_carries_no_figure_that_belongs_in_the_evidence(mistake: Mistake) -> None:
    assert not [text for text in _told(mistake) if re.search(r"\d", text)]


def test_clothes_are_told_without_a_word_about_body_hair_or_faith() -> None:
    mistake = knowledge.mistakes()["dress_or_grooming_mismatch"]
    for text in _told(mistake):
        assert not re.search(r"\b(body|weight|hair|beard|faith|religio\w*|smell|groom\w*)\b", text)


def test_nobody_is_advised_to_tell_of_their_health_or_family() -> None:
    gap = knowledge.mistakes()["gap_or_leaving_unclear"]
    assert "Health and family can stay out of it." in gap.next_move


def test_a_missing_thank_you_is_never_called_the_reason_for_a_no() -> None:
    mistake = knowledge.mistakes()["no_thank_you"]
    assert mistake.severity == 1
    assert max(one.level for one in mistake.modifiers) == 2
    assert "In many places it may make no difference." in mistake.gentle


def test_only_what_is_left_out_is_asked_about_although_nothing_is_said_of_it() -> None:
    assert {one.id for one in mistakes if one.silent is not None} == LEFT_OUT


@pytest.mark.parametrize(("id_", "days"), [("no_thank_you", 3), ("no_follow_up", 10)])
def test_a_message_is_not_missed_before_it_could_be_due(id_: str, days: int) -> None:
    silent = knowledge.mistakes()[id_].silent
    assert silent is not None
    assert silent.from_days == days


def test_a_missing_skill_is_the_one_thing_that_takes_longer_than_a_week() -> None:
    assert [one.id for one in mistakes if not one.quick] == ["skill_gap"]


@every_mistake
def test_a_sentence_is_either_a_sign_of_it_or_a_thing_that_only_looks_like_it(
    mistake: Mistake,
) -> None:
    assert not set(mistake.cues) & set(mistake.hard_negatives)


# --- How much a mistake weighs --------------------------------------------------------------------


@every_mistake
def test_what_a_program_compares_is_written_as_it_compares_it(mistake: Mistake) -> None:
    for modifier in mistake.modifiers:
        assert all(re.fullmatch(r"[A-Z]{2}", country) for country in modifier.countries)
        for word in (*modifier.stages, *modifier.roles, *modifier.words):
            assert word == word.lower()


@pytest.mark.parametrize(
    ("id_", "context", "words", "weight"),
    [
        ("no_thank_you", Context(), "", 1),
        ("no_thank_you", Context(country="US", role="paralegal"), "", 2),
        ("no_thank_you", Context(country="US", role="warehouse picker"), "", 1),
        ("no_thank_you", Context(country="GB", role="account manager"), "", 1),
        ("no_thank_you", Context(role="account manager"), "", 2),
        ("answers_too_short", Context(stage="phone screen"), "", 1),
        ("answers_too_short", Context(stage="panel"), "", 2),
        ("no_company_research", Context(role="Barista, weekend shift"), "", 2),
        ("no_company_research", Context(role="accountant"), "", 3),
        ("vague_no_example", Context(stage="competency interview"), "", 3),
        ("pay_or_perks_too_early", Context(country="DE"), "the first thing i asked", 0),
        ("pay_or_perks_too_early", Context(country="CA"), "the first thing i asked", 2),
        ("silent_reasoning", Context(role="senior developer", stage="technical round"), "", 3),
        ("silent_reasoning", Context(role="developer", stage="technical round"), "", 2),
        ("rambled", Context(), "we ran out of time because of me", 3),
        ("nerves_took_over", Context(), "went blank on a question i know", 2),
        ("defensive_feedback_request", Context(), "wrote it all but havent sent it", 0),
        ("wrong_channel_or_person", Context(), "messaged the director on Facebook", 3),
    ],
)
def test_the_place_the_job_and_the_words_change_the_weight(
    id_: str, context: Context, words: str, weight: int
) -> None:
    assert severity_of(id_, context, words.lower()) == weight


# --- The evidence ---------------------------------------------------------------------------------


@every_mistake
def test_every_mistake_says_what_is_known_of_it_and_from_whom(mistake: Mistake) -> None:
    assert mistake.evidence.claims
    for claim in mistake.evidence.claims:
        assert claim.sources


@every_mistake
def test_every_figure_names_its_source_and_its_year(mistake: Mistake) -> None:
    for claim in mistake.evidence.claims:
        if re.search(r"\d", claim.says):
            assert claim.sources
            assert claim.year is not None
            assert str(claim.year) in claim.says
        else:
            assert claim.year is None


@every_mistake
def test_how_weak_the_evidence_is_is_said_in_a_sentence(mistake: Mistake) -> None:
    assert mistake.evidence.weakness.endswith(".")
    assert len(mistake.evidence.weakness) <= 200


def test_every_source_stands_there_once_in_its_order() -> None:
    expected = [f"{kind}{number + 1}" for kind, many in SOURCES.items() for number in range(many)]
    assert sorted(one.id for one in sources) == sorted(expected)


def test_every_source_that_an_entry_names_stands_in_the_list() -> None:
    listed = {one.id for one in sources}
    said = [
        *(one.evidence for one in knowledge.mistakes().values()),
        *(one.evidence for one in knowledge.factors().values()),
        *(one.evidence for one in knowledge.strengths().values()),
    ]
    for evidence in said:
        for claim in evidence.claims:
            assert set(claim.sources) <= listed


def test_a_figure_about_cvs_or_a_study_in_doubt_is_shown_to_nobody() -> None:
    used = {name for one in mistakes for claim in one.evidence.claims for name in claim.sources}
    assert not used & {"S16", "R11", "R13", "R27"}
    for name in ("S16", "R11", "R13", "R27"):
        assert knowledge.sources()[name].caution


@pytest.mark.parametrize("figure", ["90 seconds", "85%", "94%", "57%", "76%", "zipdo", "jobera"])
def test_a_figure_that_nobody_can_trace_is_never_used(figure: str) -> None:
    assert not [one.id for one in mistakes for c in one.evidence.claims if figure in c.says]


def test_a_source_can_be_shown_in_one_line() -> None:
    for source in sources:
        assert len(source.title) <= 150
        assert not re.search(r"\n|https?:|\bn[=>]|\bvia\b|second-hand", source.title)
        assert source.url.startswith("http") or source.id == "P1"


# --- All files together ---------------------------------------------------------------------------


def test_the_other_files_load_and_name_only_what_is_known() -> None:
    assert len(knowledge.factors()) == 14
    assert len(knowledge.strengths()) == 14
    assert knowledge.overlaps()


def test_eight_questions_are_asked_and_then_what_went_well() -> None:
    # Of `practical` and `why_job` one is asked.
    asked = [one for one in knowledge.questions().values() if one.key != "why_job"]
    assert len(asked) == 8 + 1
    assert asked[-1].key == "went_well"


@pytest.mark.parametrize("id_", ["rambled", "nf_ghosted", "st_recovered"])
def test_every_kind_of_entry_has_a_confirming_question(id_: str) -> None:
    assert knowledge.confirming(id_).id == knowledge.entry(id_).ask
    assert (knowledge.confirming(id_).context or "").endswith(f".{id_}.ask")


def test_an_id_that_nobody_knows_has_no_entry() -> None:
    with pytest.raises(KeyError):
        knowledge.entry("bad_luck")


# --- A broken file --------------------------------------------------------------------------------

MISTAKE = """
[[mistake]]
id = "late"
name = "Late"
phase = "before"
group = "blunder"
severity = 3
counts = "Late."
does_not_count = ["Early."]
hard_negatives = ["i was early"]
cues = ["i was late"]
gentle = "It may have cost you something."
direct = "It may have cost you."
next_move = "Leave earlier."
ask = "Were you late?"
ask_open = "How late was it?"
evidence = { grade = "C", weakness = "A survey." }
"""


def _refused(text: str) -> WrongKnowledge:
    with pytest.raises(WrongKnowledge) as caught:
        entries_from(text, "broken.toml", Mistake, "mistake")
    assert caught.value.file == "broken.toml"
    assert str(caught.value) == f"broken.toml: {caught.value.entry}: {caught.value.reason}"
    return caught.value


def test_an_entry_that_fits_is_read() -> None:
    (late,) = entries_from(MISTAKE, "whole.toml", Mistake, "mistake")
    assert late.id == "late"
    assert late.quick
    assert late.silent is None


def test_what_is_not_toml_is_refused_as_a_whole() -> None:
    wrong = _refused("[[mistake]\nid = ")
    assert wrong.entry == "the whole file"
    assert "not TOML" in wrong.reason


@pytest.mark.parametrize("text", ["", "mistake = 3", "mistake = []", MISTAKE.replace("[[m", "[[M")])
def test_a_file_without_entries_is_refused(text: str) -> None:
    wrong = _refused(text)
    assert wrong.entry == "[[mistake]]"
    assert "at least one" in wrong.reason


@pytest.mark.parametrize(
    ("there", "instead", "reason"),
    [
        ('gentle = "It may have cost you something."\n', "", "gentle: Field required"),
        ("severity = 3", "severity = 3\nmood = 4", "mood: Extra inputs are not permitted"),
        ("severity = 3", "severity = 4", "severity: "),
        ("severity = 3", "severity = 0", "severity: "),
        ('"before"', '"meanwhile"', "phase: "),
        ('grade = "C"', 'grade = "Z"', "evidence.grade: "),
        ('name = "Late"', 'name = " Late"', "name: "),
        ('["Early."]', "[]", "does_not_count: "),
        (
            'weakness = "A survey."',
            'weakness = "A survey.", claims = [{ says = "38%.", sources = ["X1"] }]',
            "evidence.claims.0.sources.0: ",
        ),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_by_name_and_field(
    there: str, instead: str, reason: str
) -> None:
    assert there in MISTAKE
    wrong = _refused(MISTAKE.replace(there, instead))
    assert wrong.entry == "late"
    assert wrong.reason.startswith(reason)


def test_an_entry_without_a_name_is_refused_by_its_place() -> None:
    wrong = _refused(MISTAKE + MISTAKE.replace('id = "late"\n', ""))
    assert wrong.entry == "number 2"
    assert wrong.reason == "id: Field required"


def test_a_list_of_something_else_is_refused_by_its_place() -> None:
    assert _refused("mistake = [3]").entry == "number 1"


def test_two_entries_of_one_name_are_refused() -> None:
    wrong = _refused(MISTAKE + MISTAKE)
    assert (wrong.entry, wrong.reason) == ("late", "it stands there twice")


def test_entries_are_told_apart_by_the_field_that_names_them() -> None:
    question = '[[question]]\nkey = "job"\ntext = "Which job?"\ndirect = "Job?"\nserves = []\n'
    with pytest.raises(WrongKnowledge) as caught:
        entries_from(question + question, "broken.toml", Question, "question", name="key")
    assert caught.value.entry == "job"


def test_a_source_that_is_not_listed_is_refused_with_the_entry_that_names_it() -> None:
    evidence = Evidence(
        grade="C",
        claims=(Claim(says="So it is.", sources=("S1", "S99")),),
        weakness="A survey.",
    )
    check_sources("broken.toml", "late", evidence, {"S1", "S99"})
    with pytest.raises(WrongKnowledge) as caught:
        check_sources("broken.toml", "late", evidence, {"S1"})
    assert str(caught.value) == "broken.toml: late: source S99 is not in sources.toml"
