"""The real process killed with SIGKILL, between answers and in the middle of one.

An answer is acknowledged when the next line after it has come. Whatever was acknowledged is there
after the restart; what was not is sent again with the same id and counts once; and the
conversation goes on to its end.
"""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.platforms.programs import Heard, Program, chat, run

SEEDS = int(os.environ.get("DEBRIEF_TEST_SEEDS", "25"))
OPTIONS = ("--now", "2026-11-24T18:30:00+00:00", "--time-zone", "Europe/London")
ANSWERS = {
    "mode": "whole",
    "job": "Nurse at Birch Ward in the UK, panel, yesterday",
    "account": "I got there ten minutes early. They asked about drug rounds and I went blank.",
    "account.2": "Then she asked if I was planning more children. I steered back to the job.",
    "unanswered": "PEG feeding, I have never done it.",
    "one_answer": "I told them about Mr K and his tablets, he took the lot in the end.",
    "why_job": "Because I like nights.",
    "next_steps": "She said she would ring on Friday.",
    "too_personal": "The children question, in those words.",
    "since": "Nothing yet.",
    "outcome": "waiting",
    "went_well": "She wrote a lot when I told her about Mr K.",
    "fits.1": "fits",
    "draft.1": "none",
}


def reply(ask: Heard) -> Heard:
    """Answer by key, so that an answer given twice would show; skip what is not in the list."""
    key = ask["key"]
    if key in ANSWERS:
        return {"key": key, "answer": ANSWERS[key], "id": key}
    if key.startswith("account."):
        return {"command": "done", "id": key}
    return {"command": "skip", "id": key}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_acknowledged_answer_is_lost_and_none_counts_twice(tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    acknowledged: list[str] = []
    moments = dice.randint(1, 3)
    for _ in range(moments):
        with chat(tmp_path, *OPTIONS) as program:
            until = dice.randint(1, 6)
            ended = carry_on(program, acknowledged, dice, until)
        kept = answers(tmp_path)
        assert [key for key in acknowledged if key not in kept] == []
        if ended:
            break
    else:
        with chat(tmp_path, *OPTIONS) as program:
            carry_on(program, acknowledged, dice, None)
            assert program.of("report"), program.errors()

    kept = answers(tmp_path)
    for key, words in ANSWERS.items():
        if key in kept:
            assert words in kept[key]
    assert len(kept) == len(set(kept))
    assert set(acknowledged) <= set(kept)
    assert run(tmp_path, "list").stdout.count("\n") == 1


def carry_on(program: Program, acknowledged: list[str], dice: Random, until: int | None) -> bool:
    """Answer so many questions, then kill in the middle of one; True when it ended first."""
    sent: str | None = None
    answered = 0
    while (line := program.next()) is not None:
        if sent is not None and line["type"] in ("ask", "say", "report", "end"):
            acknowledged.append(sent)
            sent = None
        if line["type"] == "end":
            return True
        if line["type"] != "ask":
            continue
        answered += 1
        if until is not None and answered > until:
            if dice.random() < 0.8:
                program.send(reply(line))
                time.sleep(dice.random() * 0.03)
            os.kill(program.process.pid, signal.SIGKILL)
            program.process.wait()
            return False
        program.send(reply(line))
        sent = line["key"]
    return False


def answers(folder: Path) -> dict[str, str]:
    """Give what is kept of the person's answers, by key; a key kept twice fails here."""
    shown = run(folder, "export")
    assert shown.returncode == 0, shown.stderr
    found: dict[str, str] = {}
    everything: dict[str, Any] = json.loads(shown.stdout)
    for conversation in everything["conversations"]:
        for one in conversation["answers"]:
            if one["by"] == "person":
                assert one["key"] not in found
                found[one["key"]] = one["value"]
    return found
