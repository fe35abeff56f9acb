"""One answer becomes the next turn, whatever comes twice, too late, or from somebody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.conversations import Command, Conversations, NotYours, Refused, Turn
from bot.flows.catalogue import DEBRIEF, NEWS, context_of
from bot.flows.debrief import Start
from bot.flows.news import Job, NewsStart
from bot.flows.steps import Choose, Say, Show
from bot.store import Event, Keys, Status, Store, open_store
from bot.words import ENGLISH

STORY = "I got there late, about quarter past. I went on and on and she had to stop me."


@dataclass
class House:
    """A store on disk, one person, and a clock that is turned by hand."""

    store: Store
    person: str
    other: str
    now: datetime = field(default=datetime(2026, 11, 24, 18, 30, tzinfo=UTC))

    @property
    def conversations(self) -> Conversations:
        return Conversations(self.store, lambda: self.now)

    async def begun(self, **start: Any) -> Turn:
        context = context_of(Start(introduced=True, days_since=1, **start))
        return await self.conversations.begin(self.person, DEBRIEF, context)

    async def say(self, turn: Turn, answer: str, event: Event | None = None) -> Turn:
        assert turn.question is not None
        return await self.conversations.answer(
            turn.conversation, self.person, turn.question.key, answer, event
        )

    async def do(self, turn: Turn, command: Command) -> Turn:
        return await self.conversations.command(turn.conversation, self.person, command)

    async def to(self, turn: Turn, key: str, **answers: str) -> Turn:
        """Answer what is known and skip the rest until the question `key`, or to the end."""
        while turn.question is not None and turn.question.key != key:
            asked = turn.question.key
            if asked in answers:
                turn = await self.say(turn, answers[asked])
            elif asked.startswith("account."):
                turn = await self.do(turn, Command.DONE)
            else:
                turn = await self.do(turn, Command.SKIP)
        return turn


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    url = f"sqlite:///{tmp_path / 'debrief.db'}"
    async with open_store(url, Keys.fresh(), durable=False) as store:
        at = datetime(2026, 11, 1, tzinfo=UTC)
        one = await store.person_for("test", "one", at)
        two = await store.person_for("test", "two", at)
        yield House(store, one.id, two.id)


def said(turn: Turn) -> str:
    parts = []
    for step in turn.said:
        match step:
            case Say(text):
                parts.append(ENGLISH.say(text))
            case Show(cards):
                for card in cards:
                    parts.append(ENGLISH.say(card.title))
                    parts += [ENGLISH.say(line.text) for line in card.lines]
    return "\n".join(parts)


def key(turn: Turn) -> str | None:
    return None if turn.question is None else turn.question.key


async def test_the_same_turn_is_given_however_often_it_is_asked_for(house: House) -> None:
    turn = await house.begun()

    assert await house.conversations.now(turn.conversation, house.person) == turn


async def test_an_event_that_comes_twice_counts_once(house: House) -> None:
    turn = await house.to(await house.begun(), "account")
    event = Event("test", "bot", "1")
    once = await house.say(turn, STORY, event)
    twice = await house.say(turn, STORY, event)

    assert key(once) == key(twice) == "account.2"


async def test_the_last_event_of_a_conversation_may_come_twice_too(house: House) -> None:
    turn = await house.to(await house.begun(), "draft.1", account=STORY)
    event = Event("test", "bot", "last")
    once = await house.say(turn, "none", event)
    twice = await house.say(turn, "none", event)

    assert once.question is None
    assert twice.question is None


async def test_an_old_button_changes_nothing_and_shows_what_is_asked(house: House) -> None:
    turn = await house.begun()
    after = await house.say(turn, "whole")

    with pytest.raises(Refused) as refused:
        await house.say(turn, "short")
    assert refused.value.turn.question == after.question


async def test_a_command_meant_for_another_question_changes_nothing(house: House) -> None:
    turn = await house.begun()
    assert turn.question is not None
    skip = (turn.conversation, house.person, Command.SKIP)
    after = await house.conversations.command(*skip, key=turn.question.key)

    with pytest.raises(Refused) as refused:
        await house.conversations.command(*skip, key=turn.question.key)
    assert refused.value.turn.question == after.question != turn.question


async def test_somebody_elses_conversation_is_not_answered(house: House) -> None:
    turn = await house.begun()

    with pytest.raises(NotYours):
        await house.conversations.answer(turn.conversation, house.other, "mode", "whole")
    with pytest.raises(NotYours):
        await house.conversations.now(turn.conversation, house.other)


async def test_back_drops_one_answer_and_what_was_looked_up_after_it(house: House) -> None:
    turn = await house.to(await house.begun(), "account")
    turn = await house.say(turn, STORY)
    turn = await house.do(turn, Command.BACK)

    assert key(turn) == "account"
    turn = await house.say(turn, "They kept me waiting forty minutes.")
    turn = await house.to(turn, "fits.1")
    assert "late" not in [one["id"] for one in report(turn)["mistakes"]]


async def test_back_does_not_take_the_number_off_the_screen(house: House) -> None:
    turn = await house.to(await house.begun(person_country="GB"), "account")
    turn = await house.say(turn, "I want to end my life.")
    assert key(turn) == "safe.account"

    with pytest.raises(Refused):
        await house.do(turn, Command.BACK)
    turn = await house.say(turn, "go_on")
    assert "116 123" in said(turn)


async def test_later_keeps_the_place_and_stop_ends_it(house: House) -> None:
    turn = await house.to(await house.begun(), "account")
    paused = await house.do(turn, Command.LATER)
    assert paused.question is None
    again = await house.conversations.unfinished(house.person, DEBRIEF)
    assert again is not None
    assert key(again) == "account"
    stopped = await house.do(again, Command.STOP)
    assert stopped.status is Status.STOPPED
    assert await house.conversations.unfinished(house.person, DEBRIEF) is None
    with pytest.raises(Refused):
        await house.say(again, STORY)


async def test_tomorrow_is_an_answer_and_not_a_command(house: House) -> None:
    from bot.conversations import command_in

    turn = await house.to(await house.begun(), "next_steps")

    assert command_in("tomorrow", turn.question) is None
    assert command_in("later", turn.question) is Command.LATER


async def test_a_whole_debrief_is_kept_with_its_end(house: House) -> None:
    turn = await house.to(await house.begun(), "draft.1", account=STORY)
    assert await house.store.debriefs(house.person) == ()
    await house.say(turn, "none")
    (row,) = await house.store.debriefs(house.person)
    happened = await house.store.happenings(row.application)

    assert [one.happening.kind for one in happened] == ["interview_happened"]


def report(turn: Turn) -> Any:
    (shown,) = [step for step in turn.said if isinstance(step, Show) and step.report is not None]
    return shown.report


async def test_answers_can_be_corrected_one_after_the_other(house: House) -> None:
    turn = await house.to(
        await house.begun(), "draft.1", account=STORY, since="Nothing yet.", went_well="The tour."
    )
    turn = await house.say(turn, "none")
    house.now += timedelta(days=10)
    before = await house.conversations.answers(turn.conversation, house.person)
    for name, words in (
        ("account", "I got there ten minutes early."),
        ("since", "I thanked them yesterday."),
        ("went_well", "She asked for the figures."),
    ):
        turn = await house.conversations.correct(turn.conversation, house.person, name, words)
        turn = await house.to(turn, "fits.1")
        assert "What may have cost you" in said(turn)
    turn = await house.to(turn, "draft.1")
    after = await house.conversations.answers(turn.conversation, house.person)
    kept = {one.question.key for one in after}

    assert {"account", "since", "went_well", "mode"} <= kept
    # What was asked because of the old words may be asked no more.
    gone = {one.question.key for one in before} - kept
    assert {key for key in gone if not key.startswith("about.")} <= {"fits.1", "draft.1"}


async def test_a_correction_keeps_the_day_on_which_it_was_told(house: House) -> None:
    turn = await house.to(await house.begun(), "draft.1", account=STORY)
    turn = await house.say(turn, "none")
    house.now += timedelta(days=10)
    corrected = await house.conversations.correct(
        turn.conversation, house.person, "account", "I got there ten minutes early."
    )
    await house.to(corrected, "end")
    (row,) = await house.store.debriefs(house.person)

    assert row.held_at is not None
    assert row.held_at.date() == datetime(2026, 11, 23, tzinfo=UTC).date()


async def test_back_after_a_correction_drops_one_answer_only(house: House) -> None:
    turn = await house.to(await house.begun(), "draft.1", account=STORY, since="Nothing yet.")
    turn = await house.conversations.correct(
        turn.conversation, house.person, "account", "I got there ten minutes early."
    )
    before = {
        one.question.key
        for one in await house.conversations.answers(turn.conversation, house.person)
    }
    turn = await house.do(turn, Command.BACK)
    after = {
        one.question.key
        for one in await house.conversations.answers(turn.conversation, house.person)
    }

    assert len(before - after) == 1


async def test_what_is_struck_out_is_gone_from_the_plan_too(house: House) -> None:
    story = (
        "He gave me his direct number and told me to phone him on Monday. So I phoned and then he "
        "told me off for phoning."
    )
    turn = await house.to(await house.begun(), "fits.1", account=story)
    assert "apology" in [one["kind"] for one in report(turn)["follow_ups"]]
    turn = await house.say(turn, "strike")
    turn = await house.say(turn, "nf_mixed_signals_on_contact")

    assert "apology" not in [one["kind"] for one in report(turn)["follow_ups"]]


async def test_a_skill_list_goes_with_the_finding_that_was_struck(house: House) -> None:
    story = "They asked about Kubernetes and I said I have never used Kubernetes."
    turn = await house.to(await house.begun(), "fits.1", account=story)
    assert [one["skill"] for one in report(turn)["skill_gaps"]] == ["Kubernetes"]
    turn = await house.say(turn, "strike")
    turn = await house.say(turn, "skill_gap")

    assert report(turn)["skill_gaps"] == []


async def test_after_a_heavy_day_no_fault_is_looked_for_or_handed_on(house: House) -> None:
    words = f"{STORY} I have not slept for weeks and I cry every day."
    turn = await house.to(await house.begun(), "draft.1", account=words)

    assert report(turn)["mistakes"] == []
    assert "can wait for a better day" in said(turn)


async def test_news_leaves_nothing_but_what_happened(house: House) -> None:
    turn = await house.to(await house.begun(), "draft.1", account=STORY)
    await house.say(turn, "none")
    (row,) = await house.store.debriefs(house.person)
    from bot.conversations.keeping import interview_of

    start = NewsStart((Job(row.application, interview_of(row.facts), ()),))
    turn = await house.conversations.begin(house.person, NEWS, context_of(start))
    turn = await house.to(turn, "end", what="no", their_words="It was a close field.")
    told = [one for one in await house.store.conversations(house.person) if one.flow == NEWS]
    happened = await house.store.happenings(row.application)

    assert turn.question is None
    assert [(one.answers, one.context) for one in told] == [((), {})]
    assert "rejection" in [one.happening.kind for one in happened]


async def test_a_job_erased_in_the_middle_of_its_news_locks_nobody_out(house: House) -> None:
    turn = await house.to(await house.begun(), "draft.1", account=STORY)
    await house.say(turn, "none")
    (row,) = await house.store.debriefs(house.person)
    from bot.conversations.keeping import interview_of

    start = NewsStart((Job(row.application, interview_of(row.facts), ()),))
    turn = await house.conversations.begin(house.person, NEWS, context_of(start))
    turn = await house.to(turn, "draft.1", what="no")
    await house.store.erase_debrief(house.person, row.id)
    turn = await house.to(turn, "end")

    assert turn.question is None
    assert await house.conversations.unfinished(house.person, NEWS) is None


async def test_two_answers_at_once_are_one_answer(house: House) -> None:
    import asyncio

    turn = await house.begun()
    conversations = house.conversations
    both = await asyncio.gather(
        conversations.answer(turn.conversation, house.person, "mode", "whole"),
        conversations.answer(turn.conversation, house.person, "mode", "short"),
        return_exceptions=True,
    )
    row = await house.store.conversation(turn.conversation)

    assert [type(one) for one in both].count(Refused) == 1
    assert [one.key for one in row.answers].count("mode") == 1


async def test_another_process_in_between_is_noticed_and_nothing_is_lost(house: House) -> None:
    turn = await house.begun()
    elsewhere = Conversations(house.store, lambda: house.now)
    await elsewhere.answer(turn.conversation, house.person, "mode", "whole")
    again = await house.conversations.now(turn.conversation, house.person)

    assert key(again) == "account"
    assert isinstance(turn.question, Choose)


async def test_stopping_in_the_read_back_keeps_the_debrief(house: House) -> None:
    turn = await house.to(await house.begun(), "draft.1", account=STORY)
    stopped = await house.do(turn, Command.STOP)

    assert stopped.question is None
    assert len(await house.store.debriefs(house.person)) == 1


async def test_yesterday_is_the_day_before_it_was_written(house: House) -> None:
    context = context_of(Start())
    turn = await house.conversations.begin(house.person, DEBRIEF, context)
    house.now += timedelta(days=4)
    turn = await house.say(turn, "Cook at Brewers, yesterday")
    turn = await house.to(turn, "draft.1", account=STORY)
    await house.say(turn, "none")
    (row,) = await house.store.debriefs(house.person)

    assert row.held_at is not None
    assert row.held_at.date() == (house.now - timedelta(days=1)).date()


async def test_after_words_of_despair_only_their_own_word_leads_on(house: House) -> None:
    turn = await house.to(await house.begun(person_country="US"), "account")
    turn = await house.say(turn, "I want to die.")
    turn = await house.say(turn, "unsafe")
    turn = await house.say(turn, "I want to die.")

    assert key(turn) == "call.account.2"
    assert "988" in said(turn)
