"""Each peer in a virtual environment of its own, since they want other versions than Debrief."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path


class NotInstalled(Exception):
    """A peer cannot be installed here; says what the installer said last."""


def python_with(peer: str, cache: Path) -> Path:
    """Give a Python that has the peer; its environment is made where there is none yet.

    Raises:
        NotInstalled: it cannot be had here.
    """
    pins = Path(__file__).with_name(f"{peer}.txt")
    mark = hashlib.sha256(pins.read_bytes() + sys.version.encode()).hexdigest()[:12]
    folder = cache / f"{peer}-{mark}"
    python, ready = folder / "bin" / "python", folder / "ready"
    if not ready.exists():
        _run(sys.executable, "-m", "venv", "--clear", str(folder))
        install = ("install", "--quiet", "--disable-pip-version-check", "--requirement", str(pins))
        _run(str(python), "-m", "pip", *install)
        ready.touch()
    return python


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise NotInstalled(last[0] if last else f"it ended with {done.returncode}")
