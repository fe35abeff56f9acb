"""The one-way law between the rooms, read from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = (
    ("words", "limits", "config"),
    ("coaching",),
    ("flows",),
    ("people",),
    ("store",),
    ("outside",),
    ("conversations",),
    ("nudges",),
    ("community",),
    ("platforms",),
    ("cogs",),
    ("__main__",),
)
PLACE = {room: place for place, rooms in enumerate(ORDER) for room in rooms}
IMPURE = {
    "aiosqlite", "asyncio", "ctypes", "http", "multiprocessing", "os", "pathlib", "random",
    "secrets", "socket", "sqlalchemy", "sqlite3", "subprocess", "tempfile", "threading", "time",
    "urllib", "uuid",
}  # fmt: skip
ONLY_IN = {
    "sqlalchemy": ("bot/store",),
    "alembic": ("bot/store",),
    "aiosqlite": ("bot/store",),
    "cryptography": ("bot/store",),
    "discord": ("bot/platforms/discord", "cogs"),
    "telegram": ("bot/platforms/telegram",),
    "rich": ("bot/platforms/terminal",),
    "prompt_toolkit": ("bot/platforms/terminal",),
}


def modules() -> list[Path]:
    found = sorted((ROOT / "bot").rglob("*.py")) + sorted((ROOT / "cogs").rglob("*.py"))
    return [path for path in found if "training" not in path.parts]


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the room"
            yield node.module or ""
            if node.module == "bot":
                yield from (f"bot.{name.name}" for name in node.names)


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[0] if parts[0] == "cogs" else parts[1]


def faults(path: Path, source: str) -> list[str]:
    room = room_of(path)
    where = path.relative_to(ROOT).as_posix()
    if room == "__init__":
        return []
    found = []
    for name in imported(source):
        parts = name.split(".")
        if parts[0] == "bot" and len(parts) > 1 and PLACE[parts[1]] > PLACE[room]:
            found.append(f"{where} imports {name}, which stands to its right")
        if parts[0] == "cogs" and PLACE[room] < PLACE["cogs"]:
            found.append(f"{where} imports {name}, which stands to its right")
        if room in ("coaching", "flows") and parts[0] in IMPURE:
            found.append(f"{where} is pure and imports {name}")
        allowed = ONLY_IN.get(parts[0])
        if allowed is not None and not where.startswith(allowed):
            found.append(f"{where} imports {name}, which belongs in {' or '.join(allowed)}")
    if room in ("coaching", "flows"):
        found += [f"{where} reads the clock" for _ in clocks(source)]
    return found


def clocks(source: str) -> Iterator[ast.AST]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today"):
            owner = node.value
            if isinstance(owner, ast.Name) and owner.id in ("datetime", "date"):
                yield node


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_only_what_stands_to_its_left(path: Path) -> None:
    assert faults(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("bot/coaching/report.py", "import bot.store"),
        ("bot/coaching/report.py", "from bot import flows"),
        ("bot/flows/debrief.py", "import time"),
        ("bot/flows/debrief.py", "from datetime import datetime\ndatetime.now()"),
        ("bot/people.py", "from bot.conversations import Conversations"),
        ("bot/conversations/__init__.py", "import sqlalchemy"),
        ("bot/store/erase.py", "import discord"),
        ("bot/platforms/plain.py", "import rich"),
    ],
)
def test_a_planted_fault_is_seen(where: str, source: str) -> None:
    assert faults(ROOT / where, source) != []


def test_every_room_has_its_place() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__"}

    assert rooms <= set(PLACE)


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in [*modules(), *sorted((ROOT / "tests").rglob("*.py"))]
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []
