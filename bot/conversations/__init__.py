"""A person's answer becomes the next turn: load, replay, check, keep, replay. Never sends.

An answer is kept in one transaction before anything is computed from it. What the flow then needs
(a reading, the next question) is looked up beside the event loop and kept in a second one; losing
that costs nothing, since the next look at the conversation looks it up again. Pressing twice, an
old button, somebody else's button, a redelivered event and two processes at once all end in the
same check: is this the question that is asked, of this person, and was this event seen before?
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, TypeAlias
from weakref import WeakValueDictionary

from bot.conversations.judging import CLOSED, Fits, Judged, Unfit, command_in, done, judged
from bot.conversations.keeping import kept
from bot.conversations.turns import Command, Given, NotYours, Refused, Turn
from bot.flows.catalogue import Ending, flow_of
from bot.flows.looking import LOOKED_UP, MOMENT, READING_CLOSELY
from bot.flows.replay import Asking, Finished, Looking, questions, replay
from bot.flows.replies import Found, Reply, Skipped, Withheld, from_json, to_json
from bot.flows.steps import Look, Say
from bot.outside.language_model import LanguageModel
from bot.people import agreed_to_model
from bot.store import (
    AlreadySeen,
    By,
    Conflict,
    Conversation,
    Event,
    NoSuch,
    Outcome,
    Status,
    Store,
)
from bot.words import ENGLISH, Language, Text, t

__all__ = [
    "Clock",
    "Command",
    "Conversations",
    "Given",
    "NoSuch",
    "NotYours",
    "Refused",
    "Turn",
    "command_in",
]

State: TypeAlias = Asking | Finished[Ending]
"""Where a conversation stands once everything was looked up."""

Clock: TypeAlias = Callable[[], datetime]
"""Gives the instant it is now, aware."""

_TRIES: Final = 8
"""Writers that may come between before we give up and say so."""

_QUICK: Final = 600
"""Characters that are looked through on the event loop itself."""

_LATER: Final = t("Kept. We go on from here when you come back.")
_STOPPED: Final = t("Stopped. I will not ask again. What you told me is kept until you erase it.")
_KEPT: Final = t("Stopped. The debrief is kept; you can look at it again, or erase it.")
_CROWDED: Final = t("That did not go through. Nothing is lost; please send it once more.")


class Conversations:
    """Everything that can be done with conversations, whatever the platform."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        language: Language = ENGLISH,
        model: LanguageModel | None = None,
    ) -> None:
        self._store = store
        self._model = model
        self._clock = clock
        self._language = language
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def begin(
        self,
        person: str,
        flow: str,
        context: Mapping[str, object],
        *,
        account: str | None = None,
    ) -> Turn:
        """Begin a conversation of this flow; `context` is what the flow starts from, as JSON.

        What they agreed to on `account` holds for it, and nothing that they agreed to elsewhere.
        """
        started = {**context, _ON: account} if account is not None else dict(context)
        row = await self._store.begin(person, flow, started, at=self._now())
        return _turn(*await self._settled(row))

    async def unfinished(self, person: str, flow: str) -> Turn | None:
        """Give the turn of the conversation of this flow that was left open, or None."""
        row = await self._store.latest_conversation(person, (Status.OPEN, Status.PAUSED), flow=flow)
        return None if row is None else await self.now(row.id, person)

    async def now(self, conversation: str, person: str) -> Turn:
        """Give the turn as it stands. The same turn, however often it is asked for.

        Raises:
            NotYours: it belongs to somebody else.
            NoSuch: it was erased.
        """
        async with self._lock(conversation):
            return _turn(*await self._settled(await self._own(conversation, person)))

    async def answer(
        self, conversation: str, person: str, key: str, typed: str, event: Event | None = None
    ) -> Turn:
        """Take what was typed or pressed for the question `key`.

        Raises:
            Refused: it does not fit; nothing was kept.
            NotYours: the conversation belongs to somebody else.
            NoSuch: it was erased.
        """

        async def judge(asking: Asking) -> Judged:
            if len(typed) <= _QUICK:
                return judged(asking.question, key, typed, self._language)
            # Looking for signs of despair in a long account takes a while: beside the loop.
            return await asyncio.to_thread(judged, asking.question, key, typed, self._language)

        return await self._carry_on(conversation, person, event, judge)

    async def command(
        self,
        conversation: str,
        person: str,
        command: Command,
        event: Event | None = None,
        *,
        key: str | None = None,
    ) -> Turn:
        """Do what can be done at every question.

        With `key` it is meant for that question alone, as a button under it is.

        Raises:
            Refused: there is nothing to go back to, no account to end, or another question is open.
            NotYours: the conversation belongs to somebody else.
            NoSuch: it was erased.
        """

        async def judge(asking: Asking) -> Judged:
            if key not in (None, asking.question.key):
                return CLOSED
            match command:
                case Command.SKIP:
                    return Fits(Skipped())
                case Command.DONE:
                    return done(asking.question)
                case Command.BACK | Command.LATER | Command.STOP:
                    return command

        return await self._carry_on(conversation, person, event, judge)

    async def answers(self, conversation: str, person: str) -> tuple[Given, ...]:
        """Give what the person answered, each beside its question, in the order of the questions.

        Raises:
            NotYours: the conversation belongs to somebody else.
            NoSuch: it was erased.
        """
        row = await self._own(conversation, person)
        given = _given(row)
        asked = questions(flow_of(row.flow, row.context), given)
        return tuple(Given(question, given[key]) for key, question in asked.items())

    async def correct(self, conversation: str, person: str, key: str, typed: str) -> Turn:
        """Put another answer in the place of an earlier one and carry on from there.

        What was read from the old answer, and what was asked because of it, is looked at anew, and
        the report is read back again. The later answers about the interview stay, and are not asked
        for again where they still fit; the hour at which it was told stays as well.

        Raises:
            Refused: there is no such answer, or the new one does not fit.
            NotYours: the conversation belongs to somebody else.
            NoSuch: it was erased.
        """
        async with self._lock(conversation):
            row, state = await self._settled(await self._own(conversation, person))
            asked = questions(flow_of(row.flow, row.context), _given(row))
            if key not in asked:
                raise Refused(t("There is no answer of that name to correct."), _turn(row, state))
            verdict = judged(asked[key], key, typed, self._language)
            match verdict:
                case Fits(reply, notes):
                    gone = {key, *_after(key, state.path, row)}
                    row = await self._store.keep(
                        row,
                        keep_first=0,
                        add=[
                            (key, to_json(reply), By.PERSON)
                            if one.key == key
                            else (one.key, one.value, one.by)
                            for one in row.answers
                            if one.key == key or one.key not in gone
                        ],
                        status=Status.OPEN,
                        at=self._now(),
                    )
                    return _turn(*await self._settled(row), notes)
                case Unfit(why):
                    raise Refused(why, _turn(row, state))
                case _:
                    raise Refused(t("That is no answer to it."), _turn(row, state))

    async def _carry_on(
        self,
        conversation: str,
        person: str,
        event: Event | None,
        judge: Callable[[Asking], Awaitable[Judged]],
    ) -> Turn:
        async with self._lock(conversation):
            row, state = await self._settled(await self._own(conversation, person))
            for _ in range(_TRIES):
                if not isinstance(state, Asking) or row.status is Status.STOPPED:
                    if event is not None and await self._store.seen(event):
                        return _turn(row, state)
                    raise Refused(t("This conversation has ended."), _turn(row, state))
                try:
                    match await judge(state):
                        case Fits(reply, notes):
                            row, state = await self._answered(row, state, reply, event)
                            return _turn(row, state, notes)
                        case Unfit(why):
                            if event is not None and await self._store.seen(event):
                                return _turn(row, state)
                            raise Refused(why, _turn(row, state))
                        case Command.BACK:
                            row = await self._gone_back(row, state, event)
                            return _turn(*await self._settled(row))
                        case Command.STOP:
                            if state.question.key.split(".")[0] in _READ_BACK:
                                return await self._ended_early(row, state, event)
                            return await self._left(row, Status.STOPPED, _STOPPED, event)
                        case _:
                            return await self._left(row, Status.PAUSED, _LATER, event)
                except AlreadySeen:
                    return _turn(*await self._settled(await self._own(conversation, person)))
                except Conflict:
                    row, state = await self._settled(await self._own(conversation, person))
            raise Refused(_CROWDED, _turn(row, state))

    async def _answered(
        self, row: Conversation, asking: Asking, reply: Reply, event: Event | None
    ) -> tuple[Conversation, State]:
        """Keep an answer, with what the flow comes to where it comes to its end by it."""
        key = asking.question.key
        state = replay(flow_of(row.flow, row.context), {**_given(row), key: reply})
        add = [(key, to_json(reply), By.PERSON)]
        if isinstance(state, Finished):
            return await self._finished(row, state, add, event), state
        row = await self._store.keep(row, add=add, status=Status.OPEN, event=event, at=self._now())
        return await self._settled(row)

    async def _gone_back(
        self, row: Conversation, state: Asking, event: Event | None
    ) -> Conversation:
        given = _given(row)
        mine = {one.key for one in row.answers if one.by is By.PERSON}
        last = next((key for key in reversed(state.path) if key in mine), None)
        if last is None:
            raise Refused(t("This is the first question."), _turn(row, state))
        if isinstance(given[last], Withheld):
            # That it was said stays, and with it the number on the screen.
            raise Refused(t("This stays here. You can stop, or go on."), _turn(row, state))
        after = state.path[state.path.index(last) :]
        return await self._store.keep(
            row,
            keep_first=0,
            add=[(one.key, one.value, one.by) for one in row.answers if one.key not in after],
            status=Status.OPEN,
            event=event,
            at=self._now(),
        )

    async def _ended_early(self, row: Conversation, state: Asking, event: Event | None) -> Turn:
        """Keep the debrief although they stop in the read-back: the rest of it is skipped."""
        given = _given(row)
        skipped: list[tuple[str, str, By]] = []
        left: State | Looking = state
        while isinstance(left, Asking):
            given[left.question.key] = Skipped()
            skipped.append((left.question.key, to_json(Skipped()), By.PERSON))
            left = replay(flow_of(row.flow, row.context), given)
        if not isinstance(left, Finished):
            return await self._left(row, Status.STOPPED, _STOPPED, event)
        row = await self._finished(row, left, skipped, event)
        return Turn(row.id, (Say(_KEPT),), None, row.status)

    async def _left(
        self, row: Conversation, status: Status, text: Text, event: Event | None
    ) -> Turn:
        row = await self._store.keep(row, status=status, event=event, at=self._now())
        return Turn(row.id, (Say(text),), None, row.status)

    async def _settled(self, row: Conversation) -> tuple[Conversation, State]:
        """Look up what the flow needs until it waits for the person or has ended; keep it."""
        for _ in range(_TRIES):
            given = _given(row)
            found: list[tuple[str, str, By]] = []
            state = replay(flow_of(row.flow, row.context), given)
            while isinstance(state, Looking):
                value = await self._looked_up(state.look, row)
                given[state.look.key] = value
                found.append((state.look.key, to_json(value), By.HOUSE))
                state = replay(flow_of(row.flow, row.context), given)
            try:
                if isinstance(state, Finished) and row.status is not Status.FINISHED:
                    row = await self._finished(row, state, found, None)
                elif found:
                    row = await self._store.keep(row, add=found, at=self._now())
            except Conflict:
                row = await self._store.conversation(row.id)
                continue
            return row, state
        raise Conflict("Others kept writing to this conversation. Try again.")

    async def _finished(
        self,
        row: Conversation,
        state: Finished[Ending],
        add: Sequence[tuple[str, str, By]],
        event: Event | None,
    ) -> Conversation:
        """Keep the end of a flow and what it comes to, in one transaction."""
        if state.value is not None and state.value.raised:
            await self._raise_cap(row.person)
        outcome = kept(state.value, self._language)
        # What was told about an earlier job lives on as what happened to it, and nowhere else.
        debrief = isinstance(outcome, Outcome)
        try:
            return await self._store.keep(
                row,
                add=add if debrief else (),
                keep_first=None if debrief else 0,
                context=None if debrief else {},
                status=Status.FINISHED,
                event=event,
                outcome=outcome,
                at=self._now(),
            )
        except NoSuch:
            # The job was erased meanwhile: there is nothing left to add to.
            return await self._store.keep(
                row, keep_first=0, context={}, status=Status.FINISHED, event=event, at=self._now()
            )

    async def _raise_cap(self, person: str) -> None:
        settings = await self._store.settings(person)
        await self._store.set_settings(person, replace(settings, most_status_notes=2))

    async def _looked_up(self, look: Look, row: Conversation) -> Found:
        if look.what == MOMENT:
            return Found(self._now().isoformat())
        given = dict(look.given)
        if look.what == READING_CLOSELY and self._model is not None:
            on = row.context.get(_ON)
            consents = await self._store.consents(row.person)
            if isinstance(on, str) and agreed_to_model(consents, on, self._model.address.host):
                opinion = await self._model.opinion(row.person, str(given["text"]))
                given |= {"opinion": opinion, "unheard": opinion is None}
        return Found(await asyncio.to_thread(LOOKED_UP[look.what], **given))

    async def _own(self, conversation: str, person: str) -> Conversation:
        row = await self._store.conversation(conversation)
        if row.person != person:
            raise NotYours("This conversation belongs to somebody else.")
        return row

    def _lock(self, conversation: str) -> asyncio.Lock:
        # Kept only while somebody holds it: the dictionary cleans itself.
        return self._locks.setdefault(conversation, asyncio.Lock())

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)


_ON: Final = "account"
"""Under which name a conversation's context holds the account on which it is held."""

_READ_BACK: Final = ("fits", "strike", "why", "draft", "rights")
"""What comes after the report: asked anew when something before it was corrected."""


def _after(key: str, path: Sequence[str], row: Conversation) -> set[str]:
    """Name the answers after `key` that rest on it: readings of it, and the read-back."""
    looked_up = {one.key for one in row.answers if one.by is By.HOUSE}
    later = path[path.index(key) + 1 :] if key in path else ()
    return {
        one
        for one in later
        if (one in looked_up and (not one.startswith("now") or one == "now.plan"))
        or one.split(".")[0] in _READ_BACK
    }


def _turn(row: Conversation, state: State, notes: tuple[Text, ...] = ()) -> Turn:
    said = (*(Say(note) for note in notes), *state.said)
    return Turn(row.id, said, state.question if isinstance(state, Asking) else None, row.status)


def _given(row: Conversation) -> dict[str, Reply]:
    replies = ((one.key, from_json(one.value)) for one in row.answers)
    return {key: reply for key, reply in replies if reply is not None}
