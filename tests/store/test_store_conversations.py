"""Conversations are kept as they were given: once, in order, by one writer at a time."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from bot.store import (
    AlreadySeen,
    Answer,
    By,
    Conflict,
    Event,
    Keys,
    NaiveTime,
    NoSuch,
    Status,
    Store,
    Tampered,
    open_store,
)

KEYS = Keys.fresh()
AT = datetime(2026, 11, 24, 14, 5, 0, 123_000, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/debrief.db", KEYS, durable=False) as opened:
        yield opened


def press(id_: str) -> Event:
    return Event("telegram", "bot", id_)


async def somebody(store: Store, id_: str = "42") -> str:
    return (await store.person_for("telegram", id_, AT)).id


async def test_a_conversation_reads_back_as_it_was_kept(store: Store) -> None:
    person = await somebody(store)
    begun = await store.begin(person, "debrief", {"today": "2026-11-24", "pair": (1, 2)}, AT)
    assert await store.conversation(begun.id) == begun
    later = AT + timedelta(minutes=1)
    kept = await store.keep(
        begun,
        later,
        add=[("role", "nurse", By.PERSON), ("date", "2026", By.HOUSE)],
        status=Status.PAUSED,
        event=press("1"),
    )
    assert await store.conversation(begun.id) == kept
    assert kept.answers == (Answer(0, "role", "nurse"), Answer(1, "date", "2026", By.HOUSE))
    assert (kept.status, kept.version, kept.created, kept.changed) == (
        Status.PAUSED,
        2,
        AT,
        later,
    )
    assert kept.context == {"today": "2026-11-24", "pair": [1, 2]}


async def test_a_conversation_survives_closing_and_opening(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/debrief.db"
    async with open_store(url, KEYS) as store:
        begun = await store.begin(await somebody(store), "debrief", {}, AT)
        kept = await store.keep(begun, AT, add=[("role", "ngān 看护 👩🏽‍⚕️", By.PERSON)])
    async with open_store(url, KEYS) as store:
        assert await store.conversation(kept.id) == kept
        assert await somebody(store) == kept.person


async def test_back_drops_the_last_answers_and_new_ones_take_their_places(store: Store) -> None:
    begun = await store.begin(await somebody(store), "debrief", {}, AT)
    kept = await store.keep(begun, AT, add=[(key, key, By.PERSON) for key in "abcd"])
    kept = await store.keep(kept, AT, keep_first=2, add=[("x", "new", By.PERSON)])
    assert [one.key for one in kept.answers] == ["a", "b", "x"]
    assert await store.conversation(begun.id) == kept


async def test_a_redelivered_event_changes_nothing(store: Store) -> None:
    begun = await store.begin(await somebody(store), "debrief", {}, AT, event=press("0"))
    kept = await store.keep(begun, AT, add=[("a", "1", By.PERSON)], event=press("1"))
    with pytest.raises(AlreadySeen):
        await store.keep(kept, AT, add=[("b", "2", By.PERSON)], event=press("1"))
    with pytest.raises(AlreadySeen):
        await store.begin(begun.person, "debrief", {}, AT, event=press("0"))
    assert await store.conversations(begun.person) == (kept,)
    other = await store.keep(kept, AT, event=Event("telegram", "another bot", "1"))
    assert other.version == kept.version + 1


async def test_the_second_of_two_writers_is_told_and_changes_nothing(store: Store) -> None:
    begun = await store.begin(await somebody(store), "debrief", {}, AT)
    kept = await store.keep(begun, AT, add=[("a", "first", By.PERSON)])
    with pytest.raises(Conflict):
        await store.keep(begun, AT, add=[("a", "second", By.PERSON)], event=press("2"))
    assert await store.conversation(begun.id) == kept
    again = await store.keep(kept, AT, add=[("b", "second", By.PERSON)], event=press("2"))
    assert [one.value for one in again.answers] == ["first", "second"]


async def test_the_latest_conversation_is_the_one_that_changed_last(store: Store) -> None:
    person = await somebody(store)
    assert await store.latest_conversation(person) is None
    first = await store.begin(person, "debrief", {}, AT)
    second = await store.begin(person, "check_in", {}, AT + timedelta(seconds=1))
    assert await store.latest_conversation(person) == second
    first = await store.keep(first, AT + timedelta(seconds=2), status=Status.STOPPED)
    assert await store.latest_conversation(person) == first
    assert await store.latest_conversation(person, {Status.OPEN}) == second
    assert await store.latest_conversation(person, {Status.FINISHED}) is None
    assert await store.conversations(person) == (first, second)


async def test_what_is_not_there_is_said_to_be_not_there(store: Store) -> None:
    for asked in (store.conversation("x"), store.person("x"), store.begin("x", "f", {}, AT)):
        with pytest.raises(NoSuch):
            await asked


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    naive = AT.replace(tzinfo=None)
    person = await somebody(store)
    begun = await store.begin(person, "debrief", {}, AT)
    for asked in (
        store.begin(person, "debrief", {}, naive),
        store.keep(begun, naive),
        store.person_for("telegram", "7", naive),
        store.prune(naive),
    ):
        with pytest.raises(NaiveTime, match="aware"):
            await asked
    assert await store.conversations(person) == (begun,)


async def test_a_time_comes_back_in_utc_and_to_the_millisecond(store: Store) -> None:
    there = datetime(1969, 7, 20, 22, 17, 40, 999_999, tzinfo=timezone(timedelta(hours=2)))
    begun = await store.begin(await somebody(store), "debrief", {}, there)
    assert begun.created == datetime(1969, 7, 20, 20, 17, 40, 999_000, tzinfo=UTC)
    assert await store.conversation(begun.id) == begun


async def test_a_conversation_of_thirty_answers_is_read_with_two_queries(store: Store) -> None:
    begun = await store.begin(await somebody(store), "debrief", {}, AT)
    await store.keep(begun, AT, add=[(f"k{n}", "v", By.PERSON) for n in range(30)])
    asked: list[str] = []

    def count(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        assert len((await store.conversation(begun.id)).answers) == 30
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert len([one for one in asked if one.startswith("SELECT")]) == 2


async def test_two_hundred_people_answering_at_once_are_all_heard(store: Store) -> None:
    person = await somebody(store)
    begun = [await store.begin(person, "debrief", {}, AT) for _ in range(200)]
    kept = await asyncio.gather(
        *(
            store.keep(one, AT, add=[("a", str(n), By.PERSON)], event=press(str(n)))
            for n, one in enumerate(begun)
        )
    )
    read = await asyncio.gather(*(store.conversation(one.id) for one in begun))
    assert list(read) == list(kept)


async def test_only_one_of_many_writers_to_one_conversation_wins(store: Store) -> None:
    begun = await store.begin(await somebody(store), "debrief", {}, AT)
    done = await asyncio.gather(
        *(store.keep(begun, AT, add=[("a", str(n), By.PERSON)]) for n in range(10)),
        return_exceptions=True,
    )
    assert sum(isinstance(one, Conflict) for one in done) == 9
    assert len((await store.conversation(begun.id)).answers) == 1


async def test_a_writer_that_is_cut_off_leaves_all_of_it_or_nothing(store: Store) -> None:
    kept = await store.begin(await somebody(store), "debrief", {}, AT)
    for turn in range(20):
        writing = asyncio.create_task(
            store.keep(kept, AT, add=[("a", "1", By.PERSON), ("b", "2", By.PERSON)])
        )
        for _ in range(turn):
            await asyncio.sleep(0)
        if turn % 3 == 0:
            await asyncio.sleep(0.001)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        kept = await store.conversation(kept.id)
        assert len(kept.answers) == (kept.version - 1) * 2


async def test_two_answers_swapped_in_the_file_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "debrief.db"
    async with open_store(f"sqlite:///{path}", KEYS, durable=False) as store:
        begun = await store.begin(await somebody(store), "debrief", {}, AT)
        await store.keep(begun, AT, add=[("a", "yes", By.PERSON), ("b", "no", By.PERSON)])
        raw = sqlite3.connect(path)
        (first,), (second,) = raw.execute("SELECT sealed FROM answer ORDER BY place").fetchall()
        raw.execute("UPDATE answer SET sealed = ? WHERE place = 0", (second,))
        raw.execute("UPDATE answer SET sealed = ? WHERE place = 1", (first,))
        raw.commit()
        raw.close()
        with pytest.raises(Tampered, match="answer"):
            await store.conversation(begun.id)


step = st.one_of(
    st.tuples(st.just("add"), st.lists(st.text(max_size=5), min_size=1, max_size=3)),
    st.tuples(st.just("back"), st.integers(0, 6)),
    st.tuples(st.just("again"), st.none()),
    st.tuples(st.just("late"), st.none()),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(step, max_size=12))
def test_whatever_comes_the_file_holds_what_a_list_would(
    tmp_path: Path, steps: list[tuple[str, object]]
) -> None:
    asyncio.run(_walked(f"sqlite:///{tmp_path}/debrief.db", steps))


async def _walked(url: str, steps: list[tuple[str, object]]) -> None:
    model: list[tuple[str, str]] = []
    async with open_store(url, KEYS, durable=False) as store:
        kept = await store.begin(await somebody(store), "debrief", {}, AT)
        before, last = kept, None
        for number, one in enumerate(steps):
            came = press(f"{kept.id} {number}")
            match one:
                case ("add", list() as texts):
                    new = [(f"k{number}.{place}", text) for place, text in enumerate(texts)]
                    add = [(*each, By.PERSON) for each in new]
                    before, kept = kept, await store.keep(kept, AT, add=add, event=came)
                    model += new
                    last = came
                case ("back", int(first)):
                    before, kept = kept, await store.keep(kept, AT, keep_first=first, event=came)
                    del model[first:]
                    last = came
                case ("again", _) if last is not None:
                    with pytest.raises(AlreadySeen):
                        await store.keep(kept, AT, add=[("x", "x", By.PERSON)], event=last)
                case ("late", _) if before is not kept:
                    with pytest.raises(Conflict):
                        await store.keep(before, AT, add=[("x", "x", By.PERSON)], event=came)
                case _:
                    pass
    async with open_store(url, KEYS, durable=False) as store:
        read = await store.conversation(kept.id)
    assert read == kept
    assert [(one.key, one.value) for one in read.answers] == model
    assert [one.place for one in read.answers] == list(range(len(model)))
