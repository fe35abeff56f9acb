"""The tables on disk are the tables in the program, and the steps that lead there are all known."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import UniqueConstraint, create_engine

from bot.store import open_store
from bot.store.errors import NewerDatabase
from bot.store.keys import Keys
from bot.store.migrations import HEAD, REVISIONS
from bot.store.migrations.upgrade import config, upgrade
from bot.store.tables import metadata


def test_the_known_steps_are_the_steps_there_are() -> None:
    scripts = ScriptDirectory.from_config(config())
    assert scripts.get_current_head() == HEAD
    assert [one.revision for one in scripts.walk_revisions()] == list(reversed(REVISIONS))


def test_a_migrated_database_has_exactly_the_tables_of_the_program() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade(connection)
        compared = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(compared, metadata) == []
    engine.dispose()


async def test_a_database_from_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    keys, path = Keys.fresh(), tmp_path / "debrief.db"
    async with open_store(f"sqlite:///{path}", keys, durable=False):
        pass
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    with pytest.raises(NewerDatabase, match="later version"):
        async with open_store(f"sqlite:///{path}", keys, durable=False):
            pass
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    raw.close()


def test_every_reference_is_found_by_an_index() -> None:
    for table in metadata.tables.values():
        indices = [table.primary_key.columns, *(one.columns for one in table.indexes)]
        indices += [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
        leading = {next(iter(columns)).name for columns in indices}
        for reference in table.foreign_keys:
            assert reference.parent.name in leading, f"{table.name}.{reference.parent.name}"
