"""The real process killed with SIGKILL, at its start, between answers, and in the middle of one.

An answer is acknowledged when the next line after it has come. Whatever was acknowledged is there
after the restart; the one that was under way is sent again with its id and counts once; and the
conversation goes on to its end, where the debrief is kept.
"""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.platforms.programs import Heard, Program, chat, run

SEEDS = int(os.environ.get("DEBRIEF_TEST_SEEDS", "25"))
OPTIONS = ("--now", "2026-11-24T18:30:00+00:00", "--time-zone", "Europe/London")
ANSWERS = {
    "job": "Nurse at Birch Ward in the UK, panel, yesterday",
    "mode": "whole",
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
ASKS = 24
"""Questions of this conversation, and a little more: the last kills come after its end."""


def reply(ask: Heard) -> Heard:
    """Answer by key, so that an answer given twice would show; skip what is not in the list."""
    key = ask["key"]
    if key in ANSWERS:
        return {"key": key, "answer": ANSWERS[key], "id": key}
    if key.startswith("account."):
        return {"command": "done", "key": key, "id": key}
    return {"command": "skip", "key": key, "id": key}


@dataclass
class Person:
    """Somebody who answers, remembers what was acknowledged, and sends again what was not."""

    acknowledged: set[str] = field(default_factory=set)
    under_way: Heard | None = None

    def carry_on(self, program: Program, dice: Random, until: int) -> bool:
        """Answer so many questions, then kill the process; True when it ended first."""
        if until == 0:
            time.sleep(dice.random() * 0.6)
            kill(program)
            return False
        first = True
        answered = 0
        while (line := program.next()) is not None:
            if line["type"] == "end":
                self._acknowledge()
                return True
            if line["type"] != "ask":
                continue
            if first and self.under_way is not None:
                # What was under way when it was killed comes once more, with the same id.
                first = False
                program.send(self.under_way)
                continue
            first = False
            self._acknowledge()
            answered += 1
            self.under_way = reply(line)
            program.send(self.under_way)
            if answered >= until:
                time.sleep(dice.random() * 0.02)
                kill(program)
                return False
        return False

    def _acknowledge(self) -> None:
        if self.under_way is not None:
            self.acknowledged.add(str(self.under_way["id"]))
            self.under_way = None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_acknowledged_answer_is_lost_and_none_counts_twice(tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    person = Person()
    ended = False
    for _ in range(2):
        # It may have reached its end unheard; whoever goes on then begins a new conversation.
        if not ended and not debriefs(tmp_path):
            with chat(tmp_path, *OPTIONS) as program:
                ended = person.carry_on(program, dice, dice.randint(0, ASKS))
            assert person.acknowledged <= set(answers(tmp_path))
    if not ended and not debriefs(tmp_path):
        with chat(tmp_path, *OPTIONS) as program:
            assert person.carry_on(program, dice, 10 * ASKS), program.errors()

    kept = answers(tmp_path)
    for key, words in ANSWERS.items():
        assert words in kept.get(key, words)
    assert person.acknowledged <= set(kept)
    assert len(debriefs(tmp_path)) == 1


@pytest.mark.slow
def test_the_last_answer_sent_again_after_an_unheard_end_counts_for_nothing(tmp_path: Path) -> None:
    with chat(tmp_path, *OPTIONS) as program:
        while (line := program.until("ask", "end"))["type"] == "ask":
            program.send(reply(line))
    last = {"command": "skip", "key": program.of("ask")[-1]["key"], "id": "last"}
    before = answers(tmp_path)

    with chat(tmp_path, *OPTIONS) as program:
        first = program.until("ask")
        program.send(last)
        refused = program.until("error", "ask")
        kill(program)

    assert first["key"] == "job"
    assert refused["type"] == "error"
    assert answers(tmp_path) == before
    assert len(debriefs(tmp_path)) == 1


def kill(program: Program) -> None:
    """End the process as a power cut would."""
    os.kill(program.process.pid, signal.SIGKILL)
    program.process.wait()


def answers(folder: Path) -> dict[str, str]:
    """Give what is kept of the person's answers, by key; a key kept twice fails here."""
    found: dict[str, str] = {}
    for conversation in everything(folder).get("conversations", []):
        for one in conversation["answers"]:
            if one["by"] == "person":
                assert one["key"] not in found
                found[one["key"]] = one["value"]
    return found


def debriefs(folder: Path) -> list[Any]:
    """Give the debriefs that are kept."""
    kept: list[Any] = everything(folder).get("debriefs", [])
    return kept


def everything(folder: Path) -> dict[str, Any]:
    """Give everything that is kept; nothing where the process was killed before it kept a thing."""
    shown = run(folder, "export")
    if shown.returncode != 0 or not shown.stdout.startswith("{"):
        return {}
    kept: dict[str, Any] = json.loads(shown.stdout)
    return kept
