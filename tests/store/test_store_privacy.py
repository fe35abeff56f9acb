"""What is on the disk tells nothing; what is asked for is given whole; what is erased is gone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table

from bot.people import Purpose, Settings
from bot.store import By, Event, Happening, Keys, NoSuch, Outcome, Status, Store, open_store
from bot.store.tables import NOBODYS, metadata, person

KEYS = Keys.fresh()
AT = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


async def lived(store: Store, name: str) -> str:
    """Give somebody who has used everything; each thing they typed has their name in it."""
    at = AT
    who = await store.person_for("telegram", f"{name}-id", at, address=f"{name}-chat")
    await store.set_settings(who.id, Settings(language=f"{name}-lang", zone=f"{name}-zone"))
    (account,) = await store.accounts(who.id)
    await store.give_consent(who.id, Purpose.NUDGES, f"{name}-wording", at, account=account.id)
    one = await store.begin(
        who.id, "debrief", {"c": f"{name}-context"}, at, event=Event("telegram", "bot", f"{name}-0")
    )
    one = await store.keep(
        one,
        at,
        add=[(f"{name}-key", f"{name}-value", By.PERSON), ("gone", f"{name}-taken-back", By.HOUSE)],
        event=Event("telegram", "bot", f"{name}-1"),
    )
    one = await store.keep(
        one,
        at,
        keep_first=1,
        status=Status.FINISHED,
        outcome=Outcome(
            employer=f"{name}-employer",
            role=f"{name}-role",
            stage=f"{name}-stage",
            held_at=at - timedelta(days=1),
            report={"r": f"{name}-report"},
            engine="rules",
            facts={"f": f"{name}-facts"},
            place={"p": f"{name}-place"},
            happenings=(Happening(f"{name}-kind", at, {"d": f"{name}-details"}),),
        ),
    )
    (debrief,) = await store.debriefs(who.id)
    await store.record(debrief.application, Happening(f"{name}-later", at), at)
    check_in = await store.begin(who.id, "check_in", {}, at, interview=one.interview)
    await store.keep(check_in, at, add=[("how", f"{name}-check-in", By.PERSON)])
    return who.id


TYPED = (
    *("id", "chat", "lang", "zone", "wording", "context", "key", "value", "employer", "role"),
    *("stage", "report", "facts", "place", "kind", "details", "later", "check-in"),
)
"""What `lived` leaves behind, after its name."""


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def rows_of(connection: sqlite3.Connection, who: str) -> dict[str, int]:
    """Count a person's rows in every table, found along every reference that leads to them."""
    own: dict[str, set[tuple[object, ...]]] = {}
    for table in metadata.sorted_tables:
        names = [column.name for column in table.columns]
        mine = set()
        for row in connection.execute(f"SELECT {', '.join(map(quoted, names))} FROM {table.name}"):
            read = dict(zip(names, row, strict=True))
            if (table is person and read["id"] == who) or any(
                read[one.parent.name] in {key[0] for key in own[one.column.table.name]}
                for one in table.foreign_keys
            ):
                mine.add(tuple(read[column.name] for column in table.primary_key.columns))
        own[table.name] = mine
    return {name: len(rows) for name, rows in own.items()}


def quoted(name: str) -> str:
    return f'"{name}"'


def all_rows(connection: sqlite3.Connection) -> dict[str, int]:
    return {
        table.name: connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
        for table in metadata.sorted_tables
    }


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(folder.iterdir()))


def readable(words: str, octets: bytes) -> bool:
    folded = octets.lower()
    return any(words.encode(code).lower() in folded for code in ("utf-8", "utf-16-le", "utf-16-be"))


def leads_to_a_person(table: Table) -> bool:
    return table is person or any(leads_to_a_person(one.column.table) for one in table.foreign_keys)


def test_every_table_hangs_on_a_person_or_is_nobodys() -> None:
    for table in metadata.sorted_tables:
        assert leads_to_a_person(table) == (table.name not in NOBODYS), table.name


async def test_no_word_that_was_typed_can_be_read_on_the_disk(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path}/debrief.db", KEYS) as store:
        await lived(store, "florentine")
        while_open = bytes_on_disk(tmp_path)
    for octets in (while_open, bytes_on_disk(tmp_path)):
        # What may stand there in the clear shows that the search would find the rest.
        assert readable("check_in", octets)
        assert not readable("florentine", octets)
        assert not readable("taken-back", octets)
        for word in TYPED:
            assert not readable(f"-{word}", octets)


async def test_an_export_holds_everything_that_was_typed_and_nothing_of_others(
    tmp_path: Path,
) -> None:
    async with open_store(f"sqlite:///{tmp_path}/debrief.db", KEYS, durable=False) as store:
        ann, _ben = await lived(store, "ann"), await lived(store, "ben")
        exported = json.dumps(await store.export(ann))
        for word in TYPED:
            assert f"ann-{word}" in exported
        assert "ben-" not in exported
        assert "taken-back" not in exported
        assert "2026-11-24T14:05:00.000+00:00" in exported
        with pytest.raises(NoSuch):
            await store.export("nobody")


async def test_an_export_names_every_row_of_the_person(tmp_path: Path) -> None:
    path = tmp_path / "debrief.db"
    async with open_store(f"sqlite:///{path}", KEYS, durable=False) as store:
        ann = await lived(store, "ann")
        exported = json.dumps(await store.export(ann))
        with raw(path) as connection:
            for table in metadata.sorted_tables:
                if "id" not in table.columns or table.name in NOBODYS:
                    continue
                for (id_,) in connection.execute(f"SELECT id FROM {table.name}"):
                    # A round has no name of its own in the export: it stands with its interviews.
                    assert table.name == "stage" or id_ in exported, table.name


async def test_erasing_a_person_leaves_no_row_of_theirs_and_all_of_the_others(
    tmp_path: Path,
) -> None:
    path = tmp_path / "debrief.db"
    async with open_store(f"sqlite:///{path}", KEYS, durable=False) as store:
        ann, ben = await lived(store, "ann"), await lived(store, "ben")
        bens = await store.export(ben)
        with raw(path) as connection:
            before = rows_of(connection, ann)
            assert {name for name, rows in before.items() if not rows} == NOBODYS
            expected = rows_of(connection, ben)
        assert await store.erase(ann)
        with raw(path) as connection:
            assert not any(rows_of(connection, ann).values())
            left = all_rows(connection)
            assert {name: rows for name, rows in left.items() if name not in NOBODYS} == {
                name: rows for name, rows in expected.items() if name not in NOBODYS
            }
            assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        assert await store.export(ben) == bens
        with pytest.raises(NoSuch):
            await store.person(ann)
        again = await store.person_for("telegram", "ann-id", AT)
        assert again.id != ann
        assert await store.conversations(again.id) == ()


async def test_the_bytes_of_an_erased_person_are_gone_from_the_files(tmp_path: Path) -> None:
    path = tmp_path / "debrief.db"
    async with open_store(f"sqlite:///{path}", KEYS) as store:
        ann, _ben = await lived(store, "ann"), await lived(store, "ben")
        with raw(path) as connection:
            sealed = [
                cell
                for table in ("answer", "debrief", "application", "conversation", "happening")
                for (cell,) in connection.execute(f"SELECT sealed FROM {table}")
            ]
            (wrapped,) = connection.execute(
                "SELECT wrapped FROM person WHERE id = ?", (ann,)
            ).fetchone()
        before = bytes_on_disk(tmp_path)
        assert wrapped in before
        there = sum(cell in before for cell in sealed)
        assert there == len(sealed)
        assert await store.erase(ann)
        after = bytes_on_disk(tmp_path)
        assert wrapped not in after
        assert sum(cell in after for cell in sealed) == there / 2
        assert ann.encode() not in after


async def test_erasing_a_debrief_erases_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "debrief.db"
    async with open_store(f"sqlite:///{path}", KEYS, durable=False) as store:
        ann, ben = await lived(store, "ann"), await lived(store, "ben")
        (first,) = await store.debriefs(ann)
        other = await store.begin(ann, "debrief", {}, AT)
        outcome = Outcome("other employer", "role", "stage", None, {"r": 1}, "rules")
        other = await store.keep(other, AT, status=Status.FINISHED, outcome=outcome)
        bens = await store.export(ben)
        with pytest.raises(NoSuch):
            await store.erase_debrief(ben, first.id)
        assert await store.erase_debrief(ann, first.id)
        assert [one.employer for one in await store.debriefs(ann)] == ["other employer"]
        assert await store.conversations(ann) == (other,)
        exported = json.dumps(await store.export(ann))
        for word in ("value", "employer", "stage", "report", "facts", "kind", "check-in"):
            assert f"ann-{word}" not in exported
        for word in ("id", "chat", "lang", "wording"):
            assert f"ann-{word}" in exported
        assert await store.export(ben) == bens
        with pytest.raises(NoSuch):
            await store.erase_debrief(ann, first.id)
        with raw(path) as connection:
            assert not connection.execute("PRAGMA foreign_key_check").fetchall()


async def test_a_job_outlives_one_of_its_two_debriefs(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path}/debrief.db", KEYS, durable=False) as store:
        ann = (await store.person_for("telegram", "1", AT)).id
        for stage in ("first", "second"):
            begun = await store.begin(ann, "debrief", {}, AT)
            outcome = Outcome("Acme", "Nurse", stage, None, {"r": stage}, "rules")
            await store.keep(begun, AT, outcome=outcome)
        one, two = await store.debriefs(ann)
        await store.record(one.application, Happening("reply", AT), AT)
        await store.erase_debrief(ann, one.id)
        assert await store.debriefs(ann) == (two,)
        assert len(await store.happenings(two.application)) == 1


async def test_old_events_are_forgotten_after_seven_days_and_not_before(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path}/debrief.db", KEYS, durable=False) as store:
        ann = (await store.person_for("telegram", "1", AT)).id
        event = Event("telegram", "bot", "1")
        await store.begin(ann, "debrief", {}, AT, event=event)
        assert await store.prune(AT + timedelta(days=7)) == 0
        assert await store.prune(AT + timedelta(days=7, milliseconds=1)) == 1
        await store.begin(ann, "debrief", {}, AT, event=event)
