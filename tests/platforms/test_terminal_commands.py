"""What can be done with debriefs at a terminal besides talking: see, save, correct, erase."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

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

    assert "nothing about “bob”" in run(tmp_path, "list", "--person", "bob").stdout
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
    # What it asks because of the new words is skipped, then the read-back and the notes.
    lines = f"{fixed}\n" + "skip\n" * 10
    done = run(tmp_path, "correct", "1", "--key", "account", stdin=lines)
    assert done.returncode == 0, done.stderr
    everything = json.loads(run(tmp_path, "export").stdout)
    report = everything["debriefs"][0]["report"]["data"]

    assert "late_or_no_show" not in [one["id"] for one in report["mistakes"]], report["mistakes"]
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
        first = program.until("ask")["key"]
        program.send({"command": "skip"})
        second = program.until("ask")["key"]
        program.send({"command": "back"})
        assert program.until("ask")["key"] == first
        program.send({"command": "back"})
        assert "first question" in program.until("error")["text"]
        program.until("ask")
        program.send({"command": "skip"})
        program.until("ask")
        program.send({"command": "later"})
        program.until("end")
    with chat(tmp_path, *NOW) as program:
        assert program.until("ask")["key"] == second
        program.send({"command": "stop"})
        program.until("end")
    with chat(tmp_path, *NOW) as program:
        assert program.until("ask")["key"] == first


def test_the_short_mode_asks_two_questions(tmp_path: Path) -> None:
    program = held(tmp_path, telling(STORY, {"mode": "short", "unanswered": "SAP, never"}), *NOW)
    written = [ask["key"] for ask in program.of("ask") if ask["kind"] == "write"]

    assert [key for key in written if key != "job"] == ["unanswered", "since"]


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


@pytest.mark.parametrize("path", ["nowhere", "."])
def test_a_file_that_cannot_be_read_is_named_in_one_sentence(tmp_path: Path, path: str) -> None:
    done = run(tmp_path, "read", str(tmp_path / path))

    assert done.returncode != 0
    assert "Error:" in done.stderr
    assert "Traceback" not in done.stderr
    assert "File" in done.stderr


def left_open(folder: Path, *options: str) -> None:
    with chat(folder, *NOW, *options) as program:
        program.until("ask")
        program.send({"command": "later"})
        program.until("end")


def test_what_was_not_finished_is_listed_with_its_day_and_erased_alone(tmp_path: Path) -> None:
    one_debrief(tmp_path)
    left_open(tmp_path)
    listed = run(tmp_path, "list").stdout.splitlines()

    assert listed[1:] == ["Not finished, begun Tuesday 24 November"]
    kept = run(tmp_path, "erase", "--unfinished", stdin="no\n").stdout
    assert "Nothing was erased." in kept
    assert run(tmp_path, "erase", "--unfinished", stdin="yes\n").returncode == 0
    assert run(tmp_path, "list").stdout.splitlines() == listed[:1]


def test_erasing_a_debrief_asks_by_its_name_and_takes_unfinished_news_with_it(
    tmp_path: Path,
) -> None:
    one_debrief(tmp_path)
    left_open(tmp_path, "--news")
    assert "News, not finished" in run(tmp_path, "list").stdout

    asked = run(tmp_path, "erase", "1", stdin="\n").stdout
    assert asked.startswith("Erase “")
    assert "Zanzibar Kitchen" in asked
    assert "Nothing was erased." in asked
    assert run(tmp_path, "erase", "1", stdin="y\n").returncode == 0
    assert json.loads(run(tmp_path, "export").stdout)["conversations"] == []


def test_a_debrief_that_is_being_corrected_is_not_unfinished(tmp_path: Path) -> None:
    one_debrief(tmp_path)
    run(tmp_path, "correct", "1", "--key", "account", stdin="I was early and they were kind.\n")

    assert "Not finished" not in run(tmp_path, "list").stdout
    run(tmp_path, "erase", "--unfinished", "--yes")
    assert run(tmp_path, "list").stdout.startswith("1. ")


def test_answers_are_corrected_by_their_number_and_shown_by_their_label(tmp_path: Path) -> None:
    one_debrief(tmp_path)
    listed = run(tmp_path, "correct", "1", stdin="").stdout
    lines = listed.splitlines()
    place = lines.index("    Not yet")

    assert lines[place - 1].endswith("Have they answered since?")
    assert "Does that fit?" not in listed
    assert "Nothing was changed." in listed
    number = lines[place - 1].partition(".")[0]
    later = run(tmp_path, "correct", "1", stdin=f"{number}\nthe second\n")
    assert "When did that come?" in later.stdout


def test_no_option_takes_somebodys_words_on_the_command_line(tmp_path: Path) -> None:
    assert run(tmp_path, "correct", "1", "--answer", "words").returncode == 2


@pytest.mark.parametrize(
    "command",
    [("list",), ("show", "1"), ("export",), ("forget", "--yes"), ("erase", "1", "--yes")],
)
def test_nothing_is_made_for_somebody_who_was_never_here(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = run(tmp_path, *command)
    assert done.returncode == 0
    assert "There is nothing about “me” here." in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []

    left_open(tmp_path, "--person", "ann")
    assert "There is nothing about" in "".join(
        (run(tmp_path, *command).stdout, run(tmp_path, *command).stderr)
    )
    assert rows(tmp_path, "person") == 1


def test_the_inbox_is_kept_for_seven_days_and_no_longer(tmp_path: Path) -> None:
    with chat(tmp_path, "--now", "2020-01-01T12:00:00+00:00") as program:
        program.until("ask")
        program.send({"command": "skip", "id": "one"})
        program.until("ask")
    assert rows(tmp_path, "inbox") == 1
    run(tmp_path, "list")
    assert rows(tmp_path, "inbox") == 0


def rows(folder: Path, table: str) -> int:
    with closing(sqlite3.connect(folder / "data" / "debrief.db")) as sqlite:
        (count,) = sqlite.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)


def test_the_note_of_a_new_key_is_one_line_and_comes_once(tmp_path: Path) -> None:
    first = run(tmp_path, "chat", stdin="")
    again = run(tmp_path, "chat", stdin="")

    assert first.stderr.count("\n") == 1
    assert "Keep a copy" in first.stderr
    assert again.stderr == ""


def test_after_a_talk_that_is_not_finished_the_hint_names_what_erases_it(tmp_path: Path) -> None:
    said = run(tmp_path, "chat", stdin="").stdout
    hint = said.splitlines()[-1]

    assert "erase --unfinished" in hint
    assert " list" not in hint


@pytest.mark.parametrize("command", [("forget", "--yes"), ("erase", "1", "--yes")])
def test_what_another_program_keeps_open_is_said_to_go_later(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    one_debrief(tmp_path)
    with closing(sqlite3.connect(tmp_path / "data" / "debrief.db", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM person").fetchone()
        done = run(tmp_path, *command)

    assert done.returncode == 0, done.stderr
    assert "Another program still had the file open" in done.stdout


def test_a_database_without_its_key_is_refused_and_no_other_key_is_made(tmp_path: Path) -> None:
    left_open(tmp_path)
    (tmp_path / "keys" / "key").unlink()
    done = run(tmp_path, "list")

    assert "The key of this database is missing" in done.stderr
    assert done.returncode == 1
    assert list((tmp_path / "keys").iterdir()) == []


def with_model(folder: Path) -> dict[str, str]:
    return {
        **environment(folder),
        "LLM_URL": "https://models.example.org/v1",
        "LLM_MODEL": "small-1",
    }


def settings(folder: Path, *options: str, answer: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "settings", *options],
        input=answer, env=with_model(folder), capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_language_model_reads_along_only_after_a_yes_to_its_wording(tmp_path: Path) -> None:
    assert "reads along: no" in settings(tmp_path, "--tone", "direct").stdout

    asked = settings(tmp_path, "--language-model", answer="n\n")
    assert "models.example.org" in asked.stdout
    assert "reads along: no" in asked.stdout

    agreed = settings(tmp_path, "--language-model", answer="y\n")
    assert "reads along: yes, on models.example.org" in agreed.stdout

    assert "reads along: no" in settings(tmp_path, "--no-language-model").stdout


def test_without_a_language_model_nobody_can_agree_to_one(tmp_path: Path) -> None:
    refused = run(tmp_path, "settings", "--language-model")

    assert refused.returncode == 1
    assert "LLM_URL" in refused.stderr


def test_another_language_is_said_and_is_no_good_answer(tmp_path: Path) -> None:
    done = run(tmp_path, "read", "-", stdin="Ich war zehn Minuten zu spät und habe geschwiegen.\n")

    assert "only read English" in done.stdout
    assert "good answer" not in done.stdout


def test_what_is_only_likely_says_so(tmp_path: Path) -> None:
    shown = run(tmp_path, "read", "-", stdin="I had never heard of the company before.\n").stdout
    stated = run(tmp_path, "read", "-", stdin="I turned up twenty minutes late.\n").stdout

    assert "may be wrong" in shown
    assert "may be wrong" not in stated
