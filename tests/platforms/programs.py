"""Holds a conversation with the real program over its pipes, one JSON object a line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

Heard: TypeAlias = dict[str, Any]
Script: TypeAlias = Callable[[Heard], Heard]
"""What a person answers to a question."""

MOST_LINES = 400
"""Lines out of one conversation; a program that says more is in a circle."""


class Program:
    """One run of `debrief chat --json`."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.heard: list[Heard] = []

    def next(self) -> Heard | None:
        """Read one line; None when the program has ended."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            return None
        self.heard.append(json.loads(line))
        assert len(self.heard) <= MOST_LINES
        return self.heard[-1]

    def until(self, *types: str) -> Heard:
        """Read until a line of one of these types comes."""
        while (line := self.next()) is not None:
            if line["type"] in types:
                return line
        raise AssertionError(f"ended before {types}: {self.errors()}")

    def send(self, line: Heard | bytes) -> None:
        """Write one line."""
        assert self.process.stdin is not None
        raw = line if isinstance(line, bytes) else json.dumps(line).encode()
        self.process.stdin.write(raw + b"\n")
        self.process.stdin.flush()

    def errors(self) -> str:
        """Give what stands on the standard error, once the program has ended."""
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()

    def of(self, type_: str) -> list[Heard]:
        """Give every line of one type that came so far."""
        return [line for line in self.heard if line["type"] == type_]

    @property
    def said(self) -> str:
        """Everything that was said so far."""
        return "\n".join(line["text"] for line in self.of("say"))

    @property
    def report(self) -> Heard:
        """The last report that came."""
        report: Heard = self.of("report")[-1]["report"]
        return report


def environment(folder: Path) -> dict[str, str]:
    """Give an environment in which nothing of this machine's own Debrief is touched."""
    return {
        **os.environ,
        "DEBRIEF_DATABASE": f"sqlite:///{folder / 'data' / 'debrief.db'}",
        "DEBRIEF_KEY_FILE": str(folder / "keys" / "key"),
    }


@contextmanager
def chat(folder: Path, *options: str) -> Iterator[Program]:
    """Start a conversation; it is ended when the block is left."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--json", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(folder),
    )
    program = Program(process)
    try:
        yield program
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()


def held(folder: Path, script: Script, *options: str) -> Program:
    """Hold a whole conversation and give everything that came."""
    with chat(folder, *options) as program:
        while (line := program.next()) is not None:
            if line["type"] == "ask":
                program.send(script(line))
            if line["type"] == "end":
                break
        program.process.wait(timeout=20)
        assert program.process.returncode == 0, program.errors()
    return program


def run(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run any command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        env=environment(folder),
        timeout=60,
        check=False,
    )


def telling(story: str, answers: dict[str, str] | None = None) -> Script:
    """Tell a story as the account, answer by key or by id, skip the rest."""
    known = answers or {}

    def script(ask: Heard) -> Heard:
        key, about = ask["key"], ask["about"]
        if key == "account":
            return {"key": key, "answer": story}
        if key.startswith("account."):
            return {"command": "done"}
        wanted = known.get(about or key) or known.get(key)
        if wanted is None:
            return {"command": "skip"}
        return {"key": key, "answer": wanted}

    return script
