"""The seven readers of the seed article, through the real program: what it must and must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.platforms.programs import Heard, Program, held, telling

NOW = ("--now", "2026-11-24T18:30:00+00:00")
PATIENCE = {"when": "7"}

BIRTH_DATE = (
    "I had an interview for a bookkeeper job. Afterwards they asked for my date of birth on a "
    "background clearance form. I wrote that I was born in 1954. Now I hear they are seeing two "
    "others. Did I make an error by writing it?"
)
PERFECT = (
    "I answered all the questions perfectly and I also did well at the cook-off, but they did "
    "not hire me. I do not know what I did wrong. Please help me."
)
SILENCE = (
    "I had the interview three weeks ago and it went fine. They said they would get back to me "
    "within a week, and they don't. I never heard another word from them."
)
PHONE = (
    "At the end he gave me his direct number and told me to phone him on Monday to keep up with it."
    " So I phoned on Monday, and then he told me off for phoning and said I should not call them."
)
FEEDBACK = (
    "They rejected me last week. I asked politely for feedback the way everybody says to, I thanked"
    " them and asked for one thing to improve. They never answered my request for feedback."
)
LACKEYS = (
    "It is always the lackeys, cronies and nepotists who get the good jobs. Why do I even try."
)
GRAMMAR = (
    "I read what the others write here and the others' grammar is terrible. No wonder they dont get"
    " hired. Learn to write people."
)


def ids(entries: list[Heard]) -> list[str]:
    return [entry["id"] for entry in entries]


def debriefed(folder: Path, story: str, answers: dict[str, str], *options: str) -> Program:
    """Tell a story and skip what is not answered; no, to whatever is only guessed at."""
    script = telling(story, {**PATIENCE, **answers})

    def person(ask: Heard) -> Heard:
        line = script(ask)
        if ask["about"] is not None and line == {"command": "skip"}:
            return {"key": ask["key"], "answer": "no"}
        return line

    return held(folder, person, *NOW, *options)


def asked(program: Program) -> list[str]:
    return [line["key"] for line in program.of("ask")]


def test_a_birth_date_on_a_form_is_no_mistake_and_no_verdict(tmp_path: Path) -> None:
    program = debriefed(tmp_path, BIRTH_DATE, {})
    said = program.said.lower()

    assert program.report["mistakes"] == []
    assert "nf_illegal_question" in ids(program.report["not_your_fault"])
    assert "keep a record" in said
    assert "not legal advice" in said
    assert {"country", "rights.stage"} <= set(asked(program))
    for verdict in ("unlawful", "illegal", "lawful", "against the law", "not allowed to ask"):
        assert verdict not in said


def test_a_birth_date_in_the_united_states_gets_the_rules_of_that_place(tmp_path: Path) -> None:
    program = debriefed(tmp_path, BIRTH_DATE, {"rights.more": "yes"}, "--country", "US")

    assert "EEOC" in program.said
    assert "may be evidence" in program.said
    assert program.report["mistakes"] == []


def test_answered_all_perfectly_invents_no_fault(tmp_path: Path) -> None:
    program = debriefed(tmp_path, PERFECT, {})
    rules = {one["rule"] for one in program.report["follow_ups"]}

    assert program.report["mistakes"] == []
    assert "no mistake" in program.said
    assert {"unanswered", "next_steps"} <= set(asked(program))
    assert "practical task" in program.said
    assert "seven people" in program.said
    assert {"F5", "F7"} <= rules
    assert "confiden" not in program.said.lower()


def test_silence_is_theirs_and_one_note_is_offered(tmp_path: Path) -> None:
    program = debriefed(tmp_path, SILENCE, {"when": "14", "outcome": "waiting"})
    blamed = {"no_follow_up", "too_much_follow_up", "weak_thank_you", "no_thank_you"}

    assert "nf_ghosted" in ids(program.report["not_your_fault"])
    assert blamed.isdisjoint(ids(program.report["mistakes"]))
    assert {one["rule"] for one in program.report["follow_ups"]} & {"F4", "F5", "F7"}
    offered = [one["name"] for ask in program.of("ask") for one in ask["options"]]
    assert "status_note" in offered


def test_told_to_phone_and_then_told_off_is_not_too_much_follow_up(tmp_path: Path) -> None:
    program = debriefed(tmp_path, PHONE, {"outcome": "waiting"})

    assert "nf_mixed_signals_on_contact" in ids(program.report["not_your_fault"])
    assert "too_much_follow_up" not in ids(program.report["mistakes"])
    assert "mail" in program.said
    assert "call" not in {one["kind"] for one in program.report["follow_ups"]}


def test_no_answer_to_a_proper_request_gets_no_second_request(tmp_path: Path) -> None:
    answers = {
        "outcome": "no",
        "fits.1": "why",
        "why.1": "nf_no_feedback_policy",
        "draft.1": "feedback_request",
    }
    program = debriefed(tmp_path, FEEDBACK, answers)

    assert "nf_no_feedback_policy" in ids(program.report["not_your_fault"])
    assert "defensive_feedback_request" not in ids(program.report["mistakes"])
    assert "71%" in program.said
    assert "feedback_request" not in {one["kind"] for one in program.report["follow_ups"]}
    assert "draft.1.voice" not in asked(program)


@pytest.mark.parametrize("story", [LACKEYS, GRAMMAR])
def test_a_verdict_on_the_world_is_no_finding(tmp_path: Path, story: str) -> None:
    program = debriefed(tmp_path, story, {})
    report = program.report

    assert report["mistakes"] == report["not_your_fault"] == report["strengths"] == []
    assert "moment" in asked(program)
    assert "grammar" not in program.said.lower().replace(story.lower(), "")
