"""Opening: with the right key only, by several processes, and in plain words when it fails."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store import (
    By,
    DatabaseBroken,
    DatabaseClosedToWriting,
    DatabaseLocked,
    DiskFull,
    Keys,
    StoreError,
    WrongKey,
    open_store,
)
from bot.store.errors import in_a_sentence

AT = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


async def person_in(url: str, keys: Keys) -> str:
    async with open_store(url, keys, durable=False) as store:
        return (await store.person_for("telegram", "42", AT)).id


async def test_another_key_is_refused_and_never_shows_an_empty_history(tmp_path: Path) -> None:
    url, keys = f"sqlite:///{tmp_path}/debrief.db", Keys.fresh()
    person = await person_in(url, keys)
    for wrong in (
        Keys.fresh(),
        Keys(keys.masters, Keys.fresh().lookup),
        Keys(Keys.fresh().masters, keys.lookup),
    ):
        with pytest.raises(WrongKey, match="Give the key"):
            await person_in(url, wrong)
    assert await person_in(url, keys) == person


async def test_after_a_rotation_the_new_key_is_enough_and_the_old_one_opens_nothing(
    tmp_path: Path,
) -> None:
    url, old = f"sqlite:///{tmp_path}/debrief.db", Keys.fresh()
    async with open_store(url, old, durable=False) as store:
        person = (await store.person_for("telegram", "42", AT)).id
        begun = await store.begin(person, "debrief", {}, AT)
        kept = await store.keep(begun, AT, add=[("role", "nurse", By.PERSON)])
    new = old.renewed()
    with pytest.raises(WrongKey):
        await person_in(url, new.newest_only())
    async with open_store(url, new, durable=False) as store:
        await store.person_for("telegram", "43", AT)
        assert await store.rotate() == 1
        assert await store.rotate() == 0
    async with open_store(url, new.newest_only(), durable=False) as store:
        assert await store.conversation(kept.id) == kept
        assert (await store.person_for("telegram", "42", AT)).id == person
    with pytest.raises(WrongKey):
        await person_in(url, old)


async def test_the_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "debrief.db"
    await person_in(f"sqlite:///{path}", Keys.fresh())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_a_folder_that_cannot_be_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseClosedToWriting, match="may write"):
        await person_in(f"sqlite:///{tmp_path}/file/debrief.db", Keys.fresh())


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "debrief.db"
    path.write_bytes(b"a letter, not a database" * 50)
    with pytest.raises(DatabaseBroken, match="backup"):
        await person_in(f"sqlite:///{path}", Keys.fresh())
    assert path.read_bytes() == b"a letter, not a database" * 50


@pytest.mark.parametrize("url", ["", "debrief.db", "sqlite://", "sqlite:///:memory:", "mysql://x"])
async def test_an_address_that_cannot_be_used_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(StoreError, match="sqlite"):
        await person_in(url, Keys.fresh())


def test_a_full_disk_and_a_locked_file_are_told_apart(tmp_path: Path) -> None:
    one = sqlite3.connect(tmp_path / "a.db", timeout=0, isolation_level=None)
    two = sqlite3.connect(tmp_path / "a.db", timeout=0, isolation_level=None)
    one.execute("CREATE TABLE a (b)")
    one.execute("PRAGMA max_page_count = 3")
    with pytest.raises(sqlite3.Error) as full:
        one.execute("INSERT INTO a VALUES (zeroblob(100000))")
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.Error) as locked:
        two.execute("BEGIN IMMEDIATE")
    one.close()
    two.close()
    readonly = sqlite3.connect(f"file:{tmp_path}/a.db?mode=ro", uri=True)
    with pytest.raises(sqlite3.Error) as closed:
        readonly.execute("INSERT INTO a VALUES (1)")
    readonly.close()
    assert isinstance(in_a_sentence(full.value), DiskFull)
    assert isinstance(in_a_sentence(locked.value), DatabaseLocked)
    assert isinstance(in_a_sentence(closed.value), DatabaseClosedToWriting)
    assert type(in_a_sentence(ValueError("something else"))) is StoreError


def test_an_open_connection_waits_for_the_disk_unless_told_otherwise(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys; from bot.store import trips\n"
        "async def main():\n"
        "    for durable in (True, False):\n"
        "        one = await trips.connect(sys.argv[1], wait=100, durable=durable)\n"
        "        for name in ('synchronous', 'foreign_keys', 'secure_delete', 'journal_mode'):\n"
        "            print((await one.execute_fetchall(f'PRAGMA {name}'))[0][0], end=' ')\n"
        "        await one.close()\n"
        "asyncio.run(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, os.fspath(tmp_path / "a.db")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["2", "1", "1", "wal", "0", "1", "1", "wal"]


WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from bot.store import By, Keys, open_store

async def main() -> None:
    url, text, name = sys.argv[1:]
    sys.stdin.read()
    at = datetime(2026, 11, 24, tzinfo=UTC)
    async with open_store(url, Keys.from_text(text), durable=False) as store:
        shared = await store.person_for("telegram", "shared", at)
        kept = await store.begin(shared.id, "debrief", {"name": name}, at)
        for number in range(40):
            kept = await store.keep(kept, at, add=[(f"k{number}", name, By.PERSON)])
        print(shared.id)

asyncio.run(main())
"""


def written_by_two_processes(url: str, keys: Keys) -> list[str]:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, url, keys.to_text(), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    for one in running:
        if one.stdin is not None:
            one.stdin.close()
            one.stdin = None
    said = [one.communicate(timeout=60)[0].strip() for one in running]
    assert [one.returncode for one in running] == [0, 0]
    return said


async def test_two_processes_open_a_new_file_together_and_both_are_heard(tmp_path: Path) -> None:
    url, keys = f"sqlite:///{tmp_path}/debrief.db", Keys.fresh()
    first, second = await asyncio.to_thread(written_by_two_processes, url, keys)
    assert first == second
    async with open_store(url, keys, durable=False) as store:
        found = await store.conversations(first)
    assert {one.context["name"] for one in found} == {"one", "two"}
    assert [len(one.answers) for one in found] == [40, 40]


async def test_a_copy_of_the_file_opens_with_the_key_and_not_without(tmp_path: Path) -> None:
    keys = Keys.fresh()
    person = await person_in(f"sqlite:///{tmp_path}/debrief.db", keys)
    shutil.copy(tmp_path / "debrief.db", tmp_path / "copy.db")
    assert await person_in(f"sqlite:///{tmp_path}/copy.db", keys) == person
    with pytest.raises(WrongKey):
        await person_in(f"sqlite:///{tmp_path}/copy.db", Keys.fresh())
