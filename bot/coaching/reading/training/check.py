"""Holds the corpus to its form; `python -m bot.coaching.reading.training.check` prints it."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.coaching import knowledge
from bot.coaching.reading.splitting import folded

CORPUS: Final = Path(__file__).parent / "corpus"
_RUN: Final = 6
"""Words in a row by which two texts are compared."""
_SHARE: Final = 0.25
"""The part of a text's runs that may stand in another one: people ask the same questions."""

Stance = Literal[
    "happened", "denied", "somebody_else", "feared", "put_right", "invited", "elsewhere"
]


class Line(BaseModel):
    """One sentence of the corpus."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[str, Field(min_length=1, max_length=400)]
    before: str = ""
    labels: tuple[str, ...]
    near: str | None = None
    stance: Stance | None = None
    how: Literal["plain", "described", "implied", "idiom"] | None = None
    skills: tuple[str, ...] = ()


class Place(BaseModel):
    """One label of an account, or one trap in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    quote: Annotated[str, Field(min_length=1)]
    certainty: Literal["clear", "hinted"] | None = None
    why: str | None = None


class Account(BaseModel):
    """One whole account of the corpus."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    account: Annotated[str, Field(min_length=1, max_length=5_000)]
    context: dict[str, Any]
    mistakes: tuple[Place, ...]
    not_your_fault: tuple[Place, ...]
    strengths: tuple[Place, ...]
    skill_gaps: tuple[str, ...]
    traps: tuple[Place, ...] = ()

    @property
    def labels(self) -> tuple[Place, ...]:
        """Every place that shows something."""
        return (*self.mistakes, *self.not_your_fault, *self.strengths)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every labelled place, those included that only look like something."""
        return (*self.labels, *self.traps)


@dataclass(slots=True)
class Findings:
    """What a check came to."""

    faults: list[str] = field(default_factory=list)
    positives: Counter[str] = field(default_factory=Counter)
    look_alikes: Counter[str] = field(default_factory=Counter)
    lines: int = 0
    neutral: int = 0
    accounts: int = 0


def checked(files: Iterable[Path], against: Iterable[Path] = ()) -> Findings:
    """Check files of the corpus, and whether anything in them stands nearly the same elsewhere."""
    ids = {*knowledge.mistakes(), *knowledge.factors(), *knowledge.strengths()}
    found = Findings()
    seen: dict[str, str] = {}
    runs: dict[tuple[str, ...], list[str]] = {}
    for file in against:
        for number, text in enumerate(_texts(file), 1):
            for run in _runs(text):
                runs.setdefault(run, []).append(f"{file.name}:{number}")
    for file in files:
        for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{file.name}:{number}"
            try:
                row = json.loads(raw)
                if "hand" in row:
                    continue
                if "account" in row:
                    text = _account(Account.model_validate(row), ids, where, found)
                else:
                    text = _line(Line.model_validate(row), ids, where, found)
            except (ValueError, ValidationError) as wrong:
                found.faults.append(f"{where}: {str(wrong).splitlines()[0]}")
                continue
            plain = folded(text)
            if plain in seen:
                found.faults.append(f"{where}: it stands at {seen[plain]} too")
            seen[plain] = where
            own = _runs(text)
            shared = Counter(place for run in own for place in runs.get(run, ()))
            for place, count in shared.most_common(1):
                if count > max(1, _SHARE * len(own)):
                    found.faults.append(f"{where}: it is nearly {place}")
    return found


def _line(line: Line, ids: set[str], where: str, found: Findings) -> str:
    found.lines += 1
    for id_ in (*line.labels, *([line.near] if line.near else [])):
        if id_ not in ids:
            found.faults.append(f"{where}: {id_} is no id of the taxonomy")
    for skill in line.skills:
        if skill not in line.text and skill not in line.before:
            found.faults.append(f"{where}: the skill {skill!r} is not in the text")
    if (line.labels or line.near) and line.stance is None:
        found.faults.append(f"{where}: it has no stance")
    found.positives.update(line.labels)
    if line.near:
        found.look_alikes[line.near] += 1
    elif not line.labels:
        found.neutral += 1
    return line.text


def _account(account: Account, ids: set[str], where: str, found: Findings) -> str:
    found.accounts += 1
    for place in account.places:
        if place.id not in ids:
            found.faults.append(f"{where}: {place.id} is no id of the taxonomy")
        if place.quote not in account.account:
            found.faults.append(f"{where}: {place.quote[:40]!r} is not in the account")
    return account.account


def _texts(file: Path) -> Iterator[str]:
    for raw in file.read_text(encoding="utf-8").splitlines():
        if raw.strip():
            row = json.loads(raw)
            yield str(row.get("account") or row.get("text") or "")


def _runs(text: str) -> set[tuple[str, ...]]:
    words = "".join(letter if letter.isalnum() else " " for letter in folded(text)).split()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def main() -> None:
    """Check the corpus and print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, nargs="*", default=[])
    found = checked(sorted(CORPUS.glob("*.jsonl")), parser.parse_args().against)
    write = sys.stdout.write
    write(
        f"{found.lines} sentences ({sum(found.positives.values())} labels, "
        f"{sum(found.look_alikes.values())} look-alikes, {found.neutral} neutral), "
        f"{found.accounts} accounts\n"
    )
    for id_, count in sorted(found.positives.items()):
        write(f"  {id_:32} {count:5} {found.look_alikes[id_]:5}\n")
    for fault in found.faults:
        write(f"{fault}\n")
    sys.exit(bool(found.faults))


if __name__ == "__main__":
    main()
