"""Settings that cannot be used are named, all at once, with what is wrong with each."""

from __future__ import annotations

import pytest

from bot.config import WrongSettings, read_config


def test_without_any_setting_no_language_model_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LLM_URL", "LLM_MODEL", "LLM_KEY"):
        monkeypatch.delenv(name, raising=False)

    config = read_config()

    assert config.llm_url == ""
    assert config.llm_key is None


@pytest.mark.parametrize(
    "url",
    [
        "https://models.example.org/v1",
        "http://127.0.0.1:11434/v1",
        "http://192.168.1.7:8080/v1",
        "http://localhost:8080/v1",
        "http://ollama:11434/v1",
        "http://box.local/v1",
    ],
)
def test_a_language_model_may_stand_near_or_behind_tls(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("LLM_URL", url)
    monkeypatch.setenv("LLM_MODEL", "small-1")
    monkeypatch.setenv("LLM_KEY", "secret")

    config = read_config()

    assert config.llm_url == url
    assert "secret" not in repr(config)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("LLM_URL", "http://models.example.org/v1", "unencrypted"),
        ("LLM_URL", "http://8.8.8.8/v1", "unencrypted"),
        ("LLM_URL", "models.example.org", "https://host/v1"),
        ("DEBRIEF_LOG", "loud", "one of debug"),
        ("DEBRIEF_DATABASE", "debrief.db", "sqlite:///"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    monkeypatch.setenv("LLM_MODEL", "small-1")
    monkeypatch.setenv(name, value)

    with pytest.raises(WrongSettings) as wrong:
        read_config()

    assert f"{name}: " in str(wrong.value)
    assert says in str(wrong.value)
    assert "Value error" not in str(wrong.value)


def test_an_address_without_a_model_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_URL", "https://models.example.org/v1")
    monkeypatch.delenv("LLM_MODEL", raising=False)

    with pytest.raises(WrongSettings, match="LLM_MODEL"):
        read_config()


def test_several_wrong_settings_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBRIEF_LOG", "loud")
    monkeypatch.setenv("DEBRIEF_DATABASE", "debrief.db")

    with pytest.raises(WrongSettings, match=r"DEBRIEF_\w+: .*DEBRIEF_\w+: "):
        read_config()
