"""A finished debrief leaves a job, a round, an interview and a report, and finds them again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import (
    AlreadySeen,
    Conflict,
    Conversation,
    Event,
    Happening,
    Keys,
    NaiveTime,
    NoSuch,
    Outcome,
    Status,
    Store,
    open_store,
)

AT = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
OUTCOME = Outcome(
    employer="Acme",
    role="Nurse",
    stage="panel",
    held_at=AT - timedelta(hours=3),
    report={"findings": [{"id": "late"}]},
    engine="rules",
    facts={"people": 3},
    place={"country": "AT"},
    happenings=(Happening("promised_day", AT + timedelta(days=5), {"by": "friday"}),),
)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    url = f"sqlite:///{tmp_path}/debrief.db"
    async with open_store(url, Keys.fresh(), durable=False) as opened:
        yield opened


async def finished(store: Store, outcome: Outcome, who: str = "1") -> Conversation:
    person = await store.person_for("telegram", who, AT)
    begun = await store.begin(person.id, "debrief", {}, AT)
    return await store.keep(begun, AT, status=Status.FINISHED, outcome=outcome)


async def test_a_finished_debrief_reads_back_whole(store: Store) -> None:
    done = await finished(store, OUTCOME)
    (row,) = await store.debriefs(done.person)
    assert await store.debrief(row.id) == row
    assert (row.conversation, row.interview, row.person) == (done.id, done.interview, done.person)
    assert (row.employer, row.role, row.stage) == ("Acme", "Nurse", "panel")
    assert (row.held_at, row.made, row.engine) == (OUTCOME.held_at, AT, "rules")
    assert (row.report, row.facts) == (OUTCOME.report, OUTCOME.facts)
    assert [one.happening for one in await store.happenings(row.application)] == [
        OUTCOME.happenings[0]
    ]
    assert await store.conversation(done.id) == done
    job = await store.job(row.application)
    assert (job.employer, job.role, job.place, job.closed) == (
        "Acme",
        "Nurse",
        {"country": "AT"},
        None,
    )


async def test_the_same_job_is_known_again_however_it_was_typed(store: Store) -> None:
    first = await finished(store, OUTCOME)
    await finished(store, replace(OUTCOME, employer=" ACME ", role="nurse", stage="Panel "))
    await finished(store, replace(OUTCOME, stage="offer talk"))
    rows = await store.debriefs(first.person)
    assert len({row.application for row in rows}) == 1
    assert len({row.interview for row in rows}) == 3
    assert sorted(row.stage for row in rows) == ["offer talk", "panel", "panel"]
    assert len(await store.jobs(first.person)) == 1


async def test_another_role_another_person_or_no_employer_is_another_job(store: Store) -> None:
    first = await finished(store, OUTCOME)
    await finished(store, replace(OUTCOME, role="Porter"))
    for _ in range(2):
        await finished(store, replace(OUTCOME, employer=""))
    await finished(store, OUTCOME, who="2")
    assert len(await store.jobs(first.person)) == 4


async def test_finishing_again_after_a_correction_keeps_what_hangs_on_the_debrief(
    store: Store,
) -> None:
    done = await finished(store, OUTCOME)
    (row,) = await store.debriefs(done.person)
    await store.close_job(row.application, AT)
    await store.record(row.application, Happening("reply", AT), AT)
    right = replace(OUTCOME, employer="Acme Hospital", stage="first round", report={"new": 1})
    again = await store.keep(done, AT + timedelta(hours=1), outcome=right)
    (after,) = await store.debriefs(done.person)
    assert (after.id, after.interview, after.application) == (
        row.id,
        row.interview,
        row.application,
    )
    assert (after.employer, after.stage, after.report) == (
        "Acme Hospital",
        "first round",
        {"new": 1},
    )
    assert again.interview == done.interview
    assert (await store.job(row.application)).closed == AT
    told = [one.happening.kind for one in await store.happenings(row.application)]
    assert told == ["reply", "promised_day"]


async def test_a_correction_to_a_job_that_is_known_moves_the_debrief_there(store: Store) -> None:
    known = await finished(store, OUTCOME)
    wrong = await finished(store, replace(OUTCOME, employer="Acne"))
    (mistyped,) = [one for one in await store.debriefs(known.person) if one.employer == "Acne"]
    await store.record(mistyped.application, Happening("reply", AT), AT)
    await store.keep(wrong, AT, outcome=OUTCOME)
    rows = await store.debriefs(known.person)
    (job,) = await store.jobs(known.person)
    assert {row.application for row in rows} == {job.id}
    kinds = sorted(one.happening.kind for one in await store.happenings(job.id))
    assert kinds == ["promised_day", "promised_day", "reply"]


async def test_a_correction_leaves_a_job_with_another_interview_as_it_was(store: Store) -> None:
    first = await finished(store, OUTCOME)
    second = await finished(store, replace(OUTCOME, stage="final"))
    await store.keep(second, AT, outcome=replace(OUTCOME, employer="Elsewhere"))
    rows = {row.employer: row for row in await store.debriefs(first.person)}
    assert set(rows) == {"Acme", "Elsewhere"}
    assert rows["Acme"].conversation == first.id


async def test_an_outcome_that_cannot_be_kept_leaves_the_conversation_open(store: Store) -> None:
    person = await store.person_for("telegram", "1", AT)
    begun = await store.begin(person.id, "debrief", {}, AT)
    naive = replace(OUTCOME, happenings=(Happening("reply", AT.replace(tzinfo=None)),))
    event = Event("telegram", "bot", "1")
    with pytest.raises(NaiveTime):
        await store.keep(begun, AT, status=Status.FINISHED, outcome=naive, event=event)
    assert await store.conversation(begun.id) == begun
    assert await store.debriefs(person.id) == ()
    assert await store.jobs(person.id) == ()
    await store.keep(begun, AT, status=Status.FINISHED, outcome=OUTCOME, event=event)
    assert len(await store.debriefs(person.id)) == 1


async def test_a_stale_writer_leaves_no_outcome(store: Store) -> None:
    person = await store.person_for("telegram", "1", AT)
    begun = await store.begin(person.id, "debrief", {}, AT)
    await store.keep(begun, AT)
    with pytest.raises(Conflict):
        await store.keep(begun, AT, outcome=OUTCOME)
    assert await store.jobs(person.id) == ()


async def test_another_report_takes_the_place_of_the_first(store: Store) -> None:
    done = await finished(store, OUTCOME)
    (row,) = await store.debriefs(done.person)
    await store.replace_report(row.id, {"better": True}, engine="model 2")
    assert await store.debrief(row.id) == replace(row, report={"better": True}, engine="model 2")
    await store.replace_report(row.id, {"best": True})
    assert (await store.debrief(row.id)).engine == "model 2"


async def test_a_happening_is_recorded_once_however_often_it_is_delivered(store: Store) -> None:
    done = await finished(store, replace(OUTCOME, happenings=()))
    (row,) = await store.debriefs(done.person)
    event, reply = Event("telegram", "bot", "9"), Happening("reply", AT, {"kind": "no"})
    recorded = await store.record(row.application, reply, AT, event=event)
    with pytest.raises(AlreadySeen):
        await store.record(row.application, reply, AT, event=event)
    assert await store.happenings(row.application) == (recorded,)


async def test_a_job_can_be_closed_and_opened_again(store: Store) -> None:
    done = await finished(store, OUTCOME)
    (job,) = await store.jobs(done.person)
    await store.close_job(job.id, AT)
    assert (await store.job(job.id)).closed == AT
    await store.close_job(job.id, None)
    assert await store.job(job.id) == job


async def test_a_conversation_may_only_be_about_the_persons_own_interview(store: Store) -> None:
    done = await finished(store, OUTCOME)
    other = await store.person_for("telegram", "2", AT)
    with pytest.raises(NoSuch):
        await store.begin(other.id, "check_in", {}, AT, interview=done.interview)
    begun = await store.begin(done.person, "check_in", {}, AT, interview=done.interview)
    assert (await store.conversation(begun.id)).interview == done.interview


async def test_debriefs_and_jobs_that_are_not_there_are_said_to_be_not_there(store: Store) -> None:
    for asked in (
        store.debrief("x"),
        store.job("x"),
        store.replace_report("x", {}),
        store.record("x", Happening("reply", AT), AT),
        store.close_job("x", AT),
    ):
        with pytest.raises(NoSuch):
            await asked
    assert await store.happenings("x") == ()
