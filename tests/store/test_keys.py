"""The key file: made once, private, readable back, and refused in plain words when wrong."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store import keys as key_file
from bot.store.errors import WrongKey
from bot.store.keys import Keys, read_or_make


def test_keys_read_back_from_their_own_text() -> None:
    keys = Keys.fresh().renewed()
    assert Keys.from_text(keys.to_text()) == keys


def test_keys_fit_on_one_line_of_an_environment() -> None:
    keys = Keys.fresh().renewed()
    assert Keys.from_text(",".join(keys.to_text().split())) == keys
    assert Keys.from_text(" ".join(keys.to_text().split())) == keys


def test_the_newest_master_key_comes_first() -> None:
    old = Keys.fresh()
    new = old.renewed()
    assert new.masters[1:] == old.masters
    assert new.newest_only().masters == new.masters[:1]
    assert new.lookup == old.lookup


def test_keys_never_show_themselves() -> None:
    keys = Keys.fresh()
    shown = repr(keys) + str(keys)
    for word in keys.to_text().split():
        assert word.partition(":")[2] not in shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "master:AAAA",
        "lookup:" + "A" * 43 + "=",
        "master:" + "A" * 43 + "=",
        "master:" + "A" * 43 + "= lookup:" + "A" * 43 + "=",
        "lookup:ééé master:ééé",
    ],
)
def test_a_text_that_is_no_key_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(WrongKey) as refused:
        Keys.from_text(text)
    assert "A" * 20 not in str(refused.value)


def test_a_key_file_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "debrief.key"
    keys, made = read_or_make(path)
    assert made
    assert read_or_make(path) == (keys, False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [one.name for one in path.parent.iterdir()] == ["debrief.key"]


def test_a_key_file_is_never_made_beside_the_database(tmp_path: Path) -> None:
    with pytest.raises(WrongKey, match="same folder"):
        read_or_make(tmp_path / "debrief.key", database=tmp_path / "debrief.db")
    (tmp_path / "other").symlink_to(tmp_path)
    with pytest.raises(WrongKey, match="same folder"):
        read_or_make(tmp_path / "other" / "debrief.key", database=tmp_path / "debrief.db")
    assert not (tmp_path / "debrief.key").exists()


def test_a_key_file_is_never_made_anywhere_below_the_databases_folder(tmp_path: Path) -> None:
    with pytest.raises(WrongKey, match="one below"):
        read_or_make(tmp_path / "a" / "b" / "debrief.key", database=tmp_path / "debrief.db")
    assert list(tmp_path.iterdir()) == []


def test_a_key_file_that_others_may_read_or_write_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "debrief.key"
    keys, _ = read_or_make(path)
    for mode in (0o640, 0o604, 0o620, 0o666):
        path.chmod(mode)
        with pytest.raises(WrongKey, match="chmod 600"):
            read_or_make(path)
    path.chmod(0o400)
    assert read_or_make(path) == (keys, False)


def test_no_key_is_made_for_a_database_that_is_there_already(tmp_path: Path) -> None:
    database = tmp_path / "data" / "debrief.db"
    database.parent.mkdir()
    database.write_bytes(b"sealed")
    path = tmp_path / "keys" / "debrief.key"
    with pytest.raises(WrongKey, match="The key of this database is missing"):
        read_or_make(path, database=database)
    assert not path.parent.exists()


def test_a_key_file_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WrongKey, match="DEBRIEF_KEY"):
        read_or_make(tmp_path / "file" / "debrief.key")


def test_a_damaged_key_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "debrief.key"
    path.write_bytes(b"lookup:\xff\xfe")
    path.chmod(0o600)
    with pytest.raises(WrongKey, match="key cannot be read"):
        read_or_make(path)
    assert path.read_bytes() == b"lookup:\xff\xfe"


def test_new_keys_take_the_place_of_the_old_ones_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "debrief.key"
    keys, _ = read_or_make(path)
    key_file.write(path, keys.renewed())
    read, made = read_or_make(path)
    assert not made
    assert read.masters[1:] == keys.masters
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["debrief.key"]


def test_processes_that_start_together_get_the_same_keys(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "debrief.key"
    program = (
        "import sys; from pathlib import Path; from bot.store.keys import read_or_make\n"
        "sys.stdin.read()\n"
        "keys, made = read_or_make(Path(sys.argv[1])); print(made, *keys.to_text().split())"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, os.fspath(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    said = [one.communicate(timeout=60)[0].split() for one in running]
    assert sorted(made for made, *_ in said) == ["False", "False", "True"]
    assert len({tuple(keys) for _, *keys in said}) == 1
