"""How long a program takes from its start to the first thing that a person can answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.house import Place
from tests.benchmarks.work import CHECKOUT


def ran(*arguments: str) -> float:
    """Run Python with these arguments to its end; gives the milliseconds."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=CHECKOUT
    )
    return (time.perf_counter() - begun) * 1_000


def asked(place: Place, person: str) -> float:
    """Begin a conversation with the real program; gives the milliseconds until it asks."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--json", "--person", person],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=CHECKOUT,
        env={
            **os.environ,
            "DEBRIEF_DATABASE": place.url,
            "DEBRIEF_KEY_FILE": str(place.key_file),
        },
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["type"] == "ask":
                took = (time.perf_counter() - begun) * 1_000
                process.kill()
                return took
    raise RuntimeError("The program ended before it asked anything.")


def asked_at_first() -> float:
    """The same where there is no database and no key yet."""
    with tempfile.TemporaryDirectory() as folder:
        return asked(Place(Path(folder)), "me")
