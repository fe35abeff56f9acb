"""People are found by their account alone, and what they chose and agreed to is kept for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from bot.people import Consent, Purpose, Settings, agreed, country_of_zone
from bot.store import Keys, NoSuch, Store, open_store
from bot.words import Tone

AT = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    url = f"sqlite:///{tmp_path}/debrief.db"
    async with open_store(url, Keys.fresh(), durable=False) as opened:
        yield opened


async def test_one_account_is_one_person(store: Store) -> None:
    ann = await store.person_for("telegram", "42", AT)
    assert await store.person_for("telegram", "42", AT + timedelta(days=1)) == ann
    assert await store.person(ann.id) == ann
    others = {
        (await store.person_for(platform, id_, AT)).id
        for platform, id_ in (("discord", "42"), ("telegram", "4"), ("telegram4", "2"))
    }
    assert len(others | {ann.id}) == 4


async def test_many_first_messages_at_once_make_one_person(store: Store) -> None:
    found = await asyncio.gather(*(store.person_for("telegram", "42", AT) for _ in range(20)))
    assert len(set(found)) == 1


async def test_an_account_knows_where_to_write_to_and_follows_a_move(store: Store) -> None:
    ann = await store.person_for("telegram", "42", AT)
    (account,) = await store.accounts(ann.id)
    assert (account.platform, account.platform_id, account.address) == ("telegram", "42", "42")
    await store.person_for("telegram", "42", AT, address="chat 7")
    await store.person_for("telegram", "42", AT)
    (moved,) = await store.accounts(ann.id)
    assert (moved.id, moved.platform_id, moved.address) == (account.id, "42", "chat 7")


async def test_settings_hold_until_they_are_changed(store: Store) -> None:
    ann = await store.person_for("telegram", "42", AT)
    assert await store.settings(ann.id) == Settings()
    chosen = Settings("de", "Europe/Vienna", "AT", Tone.DIRECT, 2)
    await store.set_settings(ann.id, chosen)
    assert await store.settings(ann.id) == chosen
    with pytest.raises(NoSuch):
        await store.set_settings("nobody", chosen)


async def test_consents_are_only_ever_added_and_withdrawn(store: Store) -> None:
    ann = await store.person_for("telegram", "42", AT)
    (account,) = await store.accounts(ann.id)
    later = AT + timedelta(hours=1)
    given = await store.give_consent(ann.id, Purpose.NUDGES, "May I write?", AT, account=account.id)
    await store.give_consent(ann.id, Purpose.SPEECH, "May I listen?", AT, account=account.id)
    assert await store.withdraw_consent(ann.id, Purpose.NUDGES, later) == 1
    assert await store.withdraw_consent(ann.id, Purpose.NUDGES, later) == 0
    again = await store.give_consent(
        ann.id, Purpose.NUDGES, "May I write again?", later, account=account.id
    )
    kept = await store.consents(ann.id)
    assert [one.withdrawn for one in kept if one.purpose is Purpose.NUDGES] == [later, None]
    assert {one.id for one in kept} >= {given.id, again.id}
    assert again in kept


async def test_consent_on_somebody_elses_account_is_refused(store: Store) -> None:
    ann = await store.person_for("telegram", "42", AT)
    ben = await store.person_for("telegram", "43", AT)
    (account,) = await store.accounts(ben.id)
    with pytest.raises(NoSuch):
        await store.give_consent(ann.id, Purpose.NUDGES, "?", AT, account=account.id)


def test_what_was_agreed_on_one_account_holds_for_no_other() -> None:
    consents = [
        Consent("1", Purpose.NUDGES, "telegram", "?", AT, AT),
        Consent("2", Purpose.NUDGES, "discord", "?", AT),
    ]
    assert agreed(consents, Purpose.NUDGES, "discord")
    assert not agreed(consents, Purpose.NUDGES, "telegram")
    assert not agreed(consents, Purpose.SPEECH, "discord")


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Vienna", "AT"),
        ("Europe/Kiev", "UA"),
        ("Asia/Calcutta", "IN"),
        ("US/Eastern", "US"),
        ("America/Coral_Harbour", "CA"),
        ("UTC", None),
        ("Etc/GMT+3", None),
        ("Nowhere/Atall", None),
        ("", None),
    ],
)
def test_a_zone_tells_the_country_that_it_lies_in(zone: str, country: str | None) -> None:
    assert country_of_zone(zone) == country


def test_every_zone_of_a_place_has_a_country_of_two_letters() -> None:
    for zone in available_timezones():
        country = country_of_zone(zone)
        assert country is None or (len(country) == 2 and country.isupper()), zone
        if zone.startswith(("Africa/", "America/", "Asia/", "Europe/", "Australia/")):
            assert country is not None, zone
