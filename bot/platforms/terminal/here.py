"""What the machine knows: how this program was called, and the time zone that it stands in."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

PROGRAM: Final = "debrief"
_NOWHERE: Final = frozenset({"UTC", "UCT", "GMT", "Zulu", "Universal", "Greenwich", "Factory"})
"""Zones that machines stand in when nobody chose one."""


@cache
def program() -> str:
    """Give what a person types to call this program again."""
    return called(
        shutil.which(PROGRAM), Path(sys.argv[0]), Path(sys.executable), Path.cwd(), os.name
    )


def called(
    on_path: str | None, started: Path, python: Path, folder: Path, system: str = "posix"
) -> str:
    """Give the shortest command that works from `folder`.

    `on_path` is where the shell finds the program, `started` what this run was started as.
    """
    if on_path is not None:
        return PROGRAM
    for script in (started, python.with_name(PROGRAM)):
        if script.stem == PROGRAM and script.is_file():
            return _quoted(_shorter(script.absolute(), folder), system)
    return f"{_quoted(_shorter(python, folder), system)} -m bot"


def _shorter(path: Path, folder: Path) -> str:
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:
        # On another drive.
        return str(path)
    if os.sep not in relative:
        # The shell looks for a bare name on the PATH alone.
        relative = os.path.join(os.curdir, relative)
    return min(str(path), relative, key=len)


def _quoted(path: str, system: str) -> str:
    return shlex.quote(path) if system == "posix" else path


def machine_zone() -> str | None:
    """Give the time zone of this machine; None where nobody has set one."""
    return zone_in(os.environ, Path("/etc/localtime"))


def zone_in(environment: Mapping[str, str], localtime: Path) -> str | None:
    """Give the zone that TZ names, or else the one that `localtime` is a link to.

    UTC counts as unknown: servers and containers stand there, and hardly any person does.
    """
    named = environment.get("TZ")
    if named is None:
        try:
            named = os.readlink(localtime)
        except OSError:
            return None
        if "zoneinfo/" not in named:
            return None
    name = named.removeprefix(":").rpartition("zoneinfo/")[2]
    for copy in ("posix/", "right/"):
        name = name.removeprefix(copy)
    if name in _NOWHERE or name.startswith("Etc/"):
        return None
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
