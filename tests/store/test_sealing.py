"""Sealed cells: they open where they were sealed, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.errors import Tampered, WrongKey
from bot.store.keys import Keys
from bot.store.sealing import (
    Cell,
    alike,
    data_key,
    finger,
    job_finger,
    seal,
    unwrapped,
    wrapped,
)
from bot.store.tables import account, answer, person

KEYS = Keys.fresh()
OWN = seal(data_key())
CELL = Cell(answer.c.sealed, "one/0")

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), values))
def test_a_sealed_record_opens_as_it_was(record: dict[str, object]) -> None:
    assert OWN.open(CELL, OWN.close(CELL, record)) == record


def test_a_lone_surrogate_is_kept() -> None:
    assert OWN.open(CELL, OWN.close(CELL, {"value": "\ud83d"})) == {"value": "\ud83d"}


@pytest.mark.parametrize("other", [Cell(answer.c.sealed, "one/1"), Cell(account.c.sealed, "one/0")])
def test_a_cell_moved_to_another_row_or_table_does_not_open(other: Cell) -> None:
    with pytest.raises(Tampered):
        OWN.open(other, OWN.close(CELL, {"value": "yes"}))


@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    sealed = bytearray(OWN.close(CELL, {"value": "yes"}))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Tampered):
        OWN.open(CELL, bytes(sealed))


def test_a_cell_too_short_to_be_one_is_noticed() -> None:
    with pytest.raises(Tampered):
        OWN.open(CELL, b"short")


def test_another_persons_key_does_not_open_it() -> None:
    with pytest.raises(Tampered):
        seal(data_key()).open(CELL, OWN.close(CELL, {"value": "yes"}))


def test_short_answers_are_equally_long_on_the_disk() -> None:
    sealed = {len(OWN.close(CELL, {"key": "k", "value": one})) for one in ("no", "not_sure", "")}
    assert len(sealed) == 1


def test_the_same_record_never_looks_the_same_twice() -> None:
    assert OWN.close(CELL, {"value": "yes"}) != OWN.close(CELL, {"value": "yes"})


def test_an_older_master_key_still_opens_and_says_that_it_is_old() -> None:
    cell, key = Cell(person.c.wrapped, "one"), data_key()
    old = wrapped(KEYS, cell, key)
    assert unwrapped(KEYS, cell, old) == (key, True)
    assert unwrapped(KEYS.renewed(), cell, old) == (key, False)
    with pytest.raises(WrongKey, match="another key"):
        unwrapped(KEYS.renewed().newest_only(), cell, old)


def test_a_finger_depends_on_every_part_and_on_the_key() -> None:
    fingers = {
        finger(KEYS, "account", "telegram", "42"),
        finger(KEYS, "account", "telegram4", "2"),
        finger(KEYS, "account", "discord", "42"),
        finger(KEYS, "event", "telegram", "42"),
        finger(Keys.fresh(), "account", "telegram", "42"),
    }
    assert len(fingers) == 5
    assert finger(KEYS, "account", "telegram", "42") in fingers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller & Söhne", "MÜLLER  SÖHNE"),
        ("Mu\u0308ller", "Müller"),
        ("Straße 5", "STRASSE 5"),
        ("Ａcme", "acme"),
        ("Acme, Inc.", "acme inc"),
    ],
)
def test_names_typed_differently_are_alike(one: str, other: str) -> None:
    assert alike(one) == alike(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C++", "C#"), ("काम", "कम")])
def test_names_that_differ_are_not_alike(one: str, other: str) -> None:
    assert alike(one) != alike(other)


def test_a_job_is_the_same_one_only_for_the_same_person_and_a_named_employer() -> None:
    same = job_finger(KEYS, "ann", "Acme", "Nurse")
    assert same == job_finger(KEYS, "ann", " ACME ", "nurse")
    assert same != job_finger(KEYS, "ben", "Acme", "Nurse")
    assert same != job_finger(KEYS, "ann", "Acme", "Porter")
    assert job_finger(KEYS, "ann", " - ", "Nurse") is None
