"""What the operator sets: read once, from the environment, everything wrong named at once."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_config_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
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
    llm_url: str = Field("", validation_alias="LLM_URL")
    """Address of a language model that speaks OpenAI's protocol; none unless set."""
    llm_model: str = Field("", validation_alias="LLM_MODEL", max_length=100)
    llm_key: SecretStr | None = Field(None, validation_alias="LLM_KEY")
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

    @field_validator("llm_url")
    @classmethod
    def _sealed_on_the_way(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme == "https" and parts.hostname:
            return value
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError("it looks like https://host/v1")
        if not _near(parts.hostname):
            raise ValueError("what people write would leave unencrypted; it needs https://")
        return value

    @model_validator(mode="after")
    def _model_named(self) -> Config:
        if self.llm_url and not self.llm_model:
            raise ValueError("LLM_URL is set and LLM_MODEL is not: it names the model to ask")
        return self


def _near(host: str) -> bool:
    """Tell whether a machine is this one or on its own network."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".localhost"))


def read_config() -> Config:
    """Read the settings.

    Raises:
        WrongSettings: one or more cannot be used; all are named.
    """
    try:
        return Config()
    except ValidationError as wrong:
        named = "; ".join(_named(error["loc"], error["msg"]) for error in wrong.errors())
        raise WrongSettings(f"These settings cannot be used: {named}.") from None


def _named(where: tuple[int | str, ...], what: str) -> str:
    what = what.removeprefix("Value error, ")
    if not where:
        return what
    name = str(where[0])
    return f"{name if name.startswith('LLM_') else f'DEBRIEF_{name.upper()}'}: {what}"


def _data() -> Path:
    return user_data_path("debrief")


def _config() -> Path:
    folder = user_config_path("debrief")
    # On some systems both are one folder, and the key never lies with the database.
    return _data().with_name("debrief-key") if folder.is_relative_to(_data()) else folder
