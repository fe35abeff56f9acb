"""The corpus keeps its form, and the check finds what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bot.coaching import knowledge
from bot.coaching.reading.training.check import CORPUS, checked

MEASURED = Path(__file__).parents[1] / "benchmarks" / "reading"
GOOD = {"text": "I went on until she closed her book.", "labels": ["rambled"], "stance": "happened"}


def file_of(folder: Path, *rows: Mapping[str, object]) -> Path:
    path = folder / "h99.jsonl"
    lines = [{"hand": "h99", "voice": "a test"}, *rows]
    path.write_text("\n".join(json.dumps(row) for row in lines), encoding="utf-8")
    return path


def test_the_corpus_is_in_its_form_nothing_stands_twice_and_nothing_is_what_it_is_measured_on() -> (
    None
):
    found = checked(sorted(CORPUS.glob("*.jsonl")), sorted(MEASURED.rglob("*.jsonl")))

    assert found.faults == []
    assert found.lines > 12_000
    assert found.accounts >= 500


def test_every_id_has_sentences_in_which_it_happened_and_look_alikes() -> None:
    found = checked(sorted(CORPUS.glob("*.jsonl")))
    ids = {*knowledge.mistakes(), *knowledge.factors(), *knowledge.strengths()}

    assert min(found.positives[id_] for id_ in ids) >= 30
    assert min(found.look_alikes[id_] for id_ in ids) >= 8


def test_a_file_in_its_form_has_no_faults(tmp_path: Path) -> None:
    assert checked([file_of(tmp_path, GOOD)]).faults == []


def test_a_wrong_line_is_named_with_its_place(tmp_path: Path) -> None:
    path = file_of(
        tmp_path,
        {**GOOD, "labels": ["sang"]},
        {**GOOD, "text": "Another.", "stance": "sung"},
        {**GOOD, "text": "I had no SAP.", "skills": ["Excel"]},
        {"account": "I was late.", "context": {}, "mistakes": [{"id": "rambled", "quote": "x y"}],
         "not_your_fault": [], "strengths": [], "skill_gaps": []},
    )  # fmt: skip
    faults = checked([path]).faults

    assert [fault.split(": ", 1)[0] for fault in faults] == [f"h99.jsonl:{n}" for n in (2, 3, 4, 5)]


def test_what_stands_twice_is_found(tmp_path: Path) -> None:
    path = file_of(tmp_path, GOOD, {**GOOD, "text": "I WENT on until she closed her book."})

    assert "stands at" in checked([path]).faults[0]


def test_what_stands_nearly_the_same_in_a_measured_text_is_found(tmp_path: Path) -> None:
    measured = tmp_path / "measured.jsonl"
    text = "and then I went on until she closed her book and looked at me"
    measured.write_text(json.dumps({"text": text}), encoding="utf-8")

    assert "nearly" in checked([file_of(tmp_path, GOOD)], [measured]).faults[0]
