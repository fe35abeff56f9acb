"""Recorded conversations: what a person answered, what had been looked up, what must come of it.

Each file holds one conversation in one voice. `answers` is what the person says, by key or by the
id that is asked about; everything else is skipped. `must` and `must_not` are ids of the taxonomy
(and skills). `recorded` is the conversation as the store kept it, readings included, so that it
replays the same under every later version of the reader. Record one anew, after its answers were
edited, with `python -m tests.recordings NAME`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.platforms.programs import Heard, Program, held, run

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Recording:
    """One conversation and what must come of it."""

    name: str
    voice: str
    options: tuple[str, ...]
    answers: dict[str, str]
    must: dict[str, list[str]]
    must_not: list[str]
    recorded: dict[str, Any]
    path: Path

    def reply(self, ask: Heard) -> Heard:
        """Give what the person says to a question."""
        key = ask["key"]
        if key in self.answers:
            return {"key": key, "answer": self.answers[key]}
        if ask["about"] is not None:
            return {"key": key, "answer": self.answers.get(ask["about"], "no")}
        return {"command": "done" if key.startswith("account.") else "skip"}

    def play(self, folder: Path) -> Program:
        """Hold the conversation with the real program."""
        return held(folder, self.reply, *self.options)

    def faults(self, report: Heard) -> list[str]:
        """Give what the report lacks, and what it should not hold."""
        found = {
            "mistakes": [one["id"] for one in report["mistakes"]],
            "not_your_fault": [one["id"] for one in report["not_your_fault"]],
            "strengths": [one["id"] for one in report["strengths"]],
            "skill_gaps": [one["skill"].lower() for one in report["skill_gaps"]],
            "follow_ups": [one["rule"] for one in report["follow_ups"]],
        }
        every = [id_ for ids in found.values() for id_ in ids]
        lacking = [
            f"{id_} is not in {kind}: {found[kind]}"
            for kind, ids in self.must.items()
            for id_ in ids
            if not any(id_.lower() in one.lower() for one in found[kind])
        ]
        return lacking + [f"{id_} must not be there" for id_ in self.must_not if id_ in every]


def recordings() -> list[Recording]:
    """Give every recording, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.json"))]


def _read(path: Path) -> Recording:
    held_ = json.loads(path.read_text(encoding="utf-8"))
    return Recording(
        path.stem,
        held_["voice"],
        tuple(held_["options"]),
        held_["answers"],
        held_["must"],
        held_["must_not"],
        held_.get("recorded", {}),
        path,
    )


def record(recording: Recording, folder: Path) -> list[str]:
    """Play a conversation and keep it in its file; gives what is wrong with what came of it."""
    program = recording.play(folder)
    everything = json.loads(run(folder, "export").stdout)
    (conversation,) = everything["conversations"]
    whole = json.loads(recording.path.read_text(encoding="utf-8"))
    whole["recorded"] = {
        "flow": conversation["flow"],
        "context": conversation["context"],
        "answers": [[one["key"], one["value"], one["by"]] for one in conversation["answers"]],
        "report": {
            kind: sorted(one["id"] for one in program.report[kind])
            for kind in ("mistakes", "not_your_fault", "strengths")
        },
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    recording.path.write_text(text + "\n", encoding="utf-8")
    return recording.faults(program.report)
