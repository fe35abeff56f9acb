"""What the operator sets: read once, from the environment, everything wrong named at once."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class WrongSettings(Exception):
    """Settings that cannot be used; the message names each of them and what is wrong with it."""


class Config(BaseSettings):
    """The settings, with what holds where nothing is set."""

    model_config = SettingsConfigDict(env_prefix="DEBRIEF_", frozen=True)

    database: str = Field(default_factory=lambda: f"sqlite:///{_data() / 'debrief.db'}")
    """Address of the database; SQLite in the user's data folder unless set."""
    key: SecretStr | None = None
    """The key itself, in the form in which it stands in the key file."""
    key_file: Path = Field(default_factory=lambda: _config() / "key")
    """Where the key is, or is made at the first run: never in the database's folder."""
    language: str = "en"
    log: str = "warning"
    """How much is logged to the standard error: debug, info, warning, error."""

    @field_validator("log")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.lower() not in ("debug", "info", "warning", "error"):
            raise ValueError("it is one of debug, info, warning, error")
        return value.lower()

    @field_validator("database")
    @classmethod
    def _an_address(cls, value: str) -> str:
        if "://" not in value:
            raise ValueError("it looks like sqlite:///path/to/debrief.db")
        return value


def read_config() -> Config:
    """Read the settings.

    Raises:
        WrongSettings: one or more cannot be used; all are named.
    """
    try:
        return Config()
    except ValidationError as wrong:
        named = "; ".join(
            f"DEBRIEF_{str(error['loc'][0]).upper()}: {error['msg']}" for error in wrong.errors()
        )
        raise WrongSettings(f"These settings cannot be used: {named}.") from None


def _data() -> Path:
    return user_data_path("debrief")


def _config() -> Path:
    folder = user_config_path("debrief")
    # On some systems both are one folder, and the key never lies with the database.
    return _data().with_name("debrief-key") if folder.is_relative_to(_data()) else folder
