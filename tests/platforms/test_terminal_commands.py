"""What can be done with debriefs at a terminal besides talking: see, save, correct, erase."""

from __future__ import annotations

import json
from pathlib import Path

from tests.platforms.programs import Program, chat, environment, held, run, telling

NOW = ("--now", "2026-11-24T18:30:00+00:00")
STORY = (
    "I got there late, about quarter past, because I went to the wrong entrance. I asked them what "
    "the first month looks like. The manager was called Wilhelmina Prendergast."
)
ANSWERS = {
    "job": "Line cook at Zanzibar Kitchen in the UK, trial shift, yesterday",
    "unanswered": "I had never used a combi oven.",
    "outcome": "waiting",
}
SECRETS = ("Wilhelmina", "Prendergast", "Zanzibar", "combi oven", "wrong entrance", "quarter past")


def one_debrief(folder: Path, *options: str) -> Program:
    return held(folder, telling(STORY, ANSWERS), *NOW, *options)


def test_a_debrief_is_listed_shown_and_saved_as_markdown(tmp_path: Path) -> None:
    one_debrief(tmp_path)

    listed = run(tmp_path, "list").stdout
    assert listed.startswith("1. ")
    assert "Zanzibar Kitchen" in listed
    shown = run(tmp_path, "show", "1", "--markdown").stdout
    assert shown.startswith("# ")
    assert "> “I got there late" in shown
    assert "“I got there late" in run(tmp_path, "show", "1").stdout


def test_a_debrief_is_erased_alone(tmp_path: Path) -> None:
    one_debrief(tmp_path)
    later = ("--now", "2026-11-25T18:30:00+00:00")
    held(tmp_path, telling("I asked about the rota and she told me all of it."), *later)

    erased = run(tmp_path, "erase", "1", "--yes")
    assert erased.returncode == 0, erased.stderr
    left = run(tmp_path, "export").stdout
    assert "Wilhelmina" not in left
    assert "asked about the rota" in left
    assert run(tmp_path, "list").stdout.count("\n") == 1


def test_forgetting_leaves_nothing(tmp_path: Path) -> None:
    one_debrief(tmp_path)

    assert run(tmp_path, "forget", "--yes").returncode == 0
    assert json.loads(run(tmp_path, "export").stdout)["conversations"] == []


def test_one_person_sees_nothing_of_another(tmp_path: Path) -> None:
    one_debrief(tmp_path, "--person", "ann")

    assert "no debrief yet" in run(tmp_path, "list", "--person", "bob").stdout
    assert "Wilhelmina" not in run(tmp_path, "export", "--person", "bob").stdout


def test_the_file_holds_no_readable_word(tmp_path: Path) -> None:
    one_debrief(tmp_path, "--person", "annunziata")
    files = [path for path in (tmp_path / "data").iterdir() if path.is_file()]
    held_bytes = b"".join(path.read_bytes() for path in files)

    assert len(held_bytes) > 10_000
    for secret in (*SECRETS, "annunziata", "late_or_no_show", "rambled"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert secret.encode(encoding) not in held_bytes
            assert secret.lower().encode(encoding) not in held_bytes.lower()


def test_a_corrected_answer_is_read_anew_and_the_rest_is_kept(tmp_path: Path) -> None:
    program = one_debrief(tmp_path)
    assert "late_or_no_show" in [one["id"] for one in program.report["mistakes"]]

    fixed = "I got there ten minutes early. I asked them what the first month looks like."
    done = run(tmp_path, "correct", "1", "--key", "account", "--answer", fixed)
    assert done.returncode == 0, done.stderr
    everything = json.loads(run(tmp_path, "export").stdout)
    report = everything["debriefs"][0]["report"]["data"]

    assert "late_or_no_show" not in [one["id"] for one in report["mistakes"]]
    assert "combi oven" in report["account"]
    assert len(everything["debriefs"]) == 1


def test_a_later_rejection_is_told_to_the_same_job(tmp_path: Path) -> None:
    one_debrief(tmp_path)

    def person(ask: dict[str, object]) -> dict[str, object]:
        answers = {"what": "no", "when": "0", "their_words": "They said it was a close field."}
        wanted = answers.get(str(ask["key"]))
        if wanted is None:
            return {"command": "skip"}
        return {"key": ask["key"], "answer": wanted}

    program = held(tmp_path, person, "--news", "--now", "2026-12-01T10:00:00+00:00")
    everything = json.loads(run(tmp_path, "export").stdout)
    (job,) = everything["jobs"]

    assert "added that to this job" in program.said
    assert "rejection" in [one["kind"] for one in job["happenings"]]
    assert "answer their no" in program.said


def test_a_second_status_note_is_refused_with_its_reason_and_the_offer_to_raise_it(
    tmp_path: Path,
) -> None:
    held(tmp_path, telling(STORY, {**ANSWERS, "since": "I emailed them and asked for news."}), *NOW)

    def person(ask: dict[str, object]) -> dict[str, object]:
        answers = {"what": "asked", "when": "0", "draft.1": "status_note"}
        wanted = answers.get(str(ask["key"]))
        if wanted is None:
            return {"command": "skip"}
        return {"key": ask["key"], "answer": wanted}

    program = held(tmp_path, person, "--news", "--now", "2026-12-09T10:00:00+00:00")
    asked = [line["key"] for line in program.of("ask")]

    assert "draft.1.raise" in asked
    assert "draft.1.voice" not in asked


def test_back_goes_to_the_last_answer_and_later_resumes_where_it_stood(tmp_path: Path) -> None:
    with chat(tmp_path, *NOW) as program:
        assert program.until("ask")["key"] == "mode"
        program.send({"key": "mode", "answer": "whole"})
        assert program.until("ask")["key"] == "job"
        program.send({"command": "back"})
        assert program.until("ask")["key"] == "mode"
        program.send({"command": "back"})
        assert "first question" in program.until("error")["text"]
        program.until("ask")
        program.send({"key": "mode", "answer": "whole"})
        program.until("ask")
        program.send({"command": "later"})
        program.until("end")
    with chat(tmp_path, *NOW) as program:
        assert program.until("ask")["key"] == "job"
        program.send({"command": "stop"})
        program.until("end")
    with chat(tmp_path, *NOW) as program:
        assert program.until("ask")["key"] == "mode"


def test_the_short_mode_asks_two_questions(tmp_path: Path) -> None:
    program = held(tmp_path, telling(STORY, {"mode": "short", "unanswered": "SAP, never"}), *NOW)
    written = [ask["key"] for ask in program.of("ask") if ask["kind"] == "write"]

    assert written == ["unanswered", "since"]


def test_the_account_can_be_told_tonight_and_looked_at_tomorrow(tmp_path: Path) -> None:
    def tonight(ask: dict[str, object]) -> dict[str, object]:
        if ask["key"] == "critique":
            return {"key": "critique", "answer": "later"}
        line: dict[str, object] = telling(STORY, {**ANSWERS, "mode": "tell"})(ask)
        return line

    first = held(tmp_path, tonight, *NOW)
    assert first.of("report") == []

    def tomorrow(ask: dict[str, object]) -> dict[str, object]:
        if ask["key"] == "critique":
            return {"key": "critique", "answer": "go_on"}
        return {"command": "skip"}

    second = held(tmp_path, tomorrow, "--now", "2026-11-25T09:00:00+00:00")
    assert "late_or_no_show" in [one["id"] for one in second.report["mistakes"]]


def test_no_more_targeted_questions_than_asked_for(tmp_path: Path) -> None:
    for most in (0, 2):
        program = held(
            tmp_path, telling(STORY, ANSWERS), *NOW, "--max-questions", str(most), "--person", "p"
        )
        assert len([ask for ask in program.of("ask") if ask["about"]]) <= most


def test_help_needs_nothing_but_click(tmp_path: Path) -> None:
    import subprocess
    import sys

    shown = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "--help"],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        check=True,
    )

    assert "Debrief a job interview" in shown.stdout
    for heavy in ("sqlalchemy", "pydantic", "rich.console", "prompt_toolkit", "holidays", "babel"):
        assert heavy not in shown.stderr


def test_one_account_can_be_read_without_a_conversation(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": STORY, "context": {"country": "GB"}})
    done = run(tmp_path, "read", "--jsonl", "-", stdin=line + "\n")
    found = json.loads(done.stdout)

    assert set(found) >= {"id", "mistakes", "not_your_fault", "strengths", "skill_gaps", "ask"}
    assert [one["id"] for one in found["mistakes"]] == ["late_or_no_show"]
    for one in found["mistakes"]:
        assert STORY[one["start"] : one["end"]] == one["quote"]
    assert not (tmp_path / "data").exists()
    broken = run(tmp_path, "read", "--jsonl", "-", stdin="{}\n")
    assert "line 1" in broken.stderr
