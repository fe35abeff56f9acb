"""Brings the tables of an open connection to the newest step, inside its transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def config(connection: Connection | None = None) -> Config:
    """Give Alembic's settings without a file of settings: they work from an installed package."""
    settings = Config()
    # Alembic reads a percent sign as the start of a placeholder.
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: Connection) -> None:
    """Run every step that the database has not had."""
    command.upgrade(config(connection), "head")
