"""Conversations once held are held again, and replay as they were, whatever has changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.conversations.keeping import rendered
from bot.flows.catalogue import flow_of
from bot.flows.debrief import Debrief
from bot.flows.looking import LOOKED_UP, MOMENT
from bot.flows.replay import Asking, Finished, Looking, replay
from bot.flows.replies import Found, Reply, Skipped, from_json
from bot.words import ENGLISH
from tests.recordings.conversations import Recording, recordings

ALL = recordings()


def test_there_are_eight_voices_at_least() -> None:
    assert len({recording.voice for recording in ALL}) >= 8


@pytest.mark.parametrize("recording", ALL, ids=lambda recording: recording.name)
def test_the_conversation_comes_to_what_it_must(recording: Recording, tmp_path: Path) -> None:
    program = recording.play(tmp_path)

    assert recording.faults(program.report) == []
    assert len([ask for ask in program.of("ask") if ask["about"]]) <= 6


@pytest.mark.parametrize("recording", ALL, ids=lambda recording: recording.name)
def test_what_was_recorded_replays(recording: Recording) -> None:
    kept = recording.recorded
    given: dict[str, Reply] = {}
    for key, value, _by in kept["answers"]:
        reply = from_json(value)
        assert reply is not None
        given[key] = reply
    recorded = dict(given)
    state = replay(flow_of(kept["flow"], kept["context"]), given)
    while not isinstance(state, Finished):
        # A question that a later version asks is skipped; the recorded answers must still serve.
        match state:
            case Asking(question):
                given[question.key] = Skipped()
            case Looking(look):
                given[look.key] = (
                    given["now"]
                    if look.what == MOMENT
                    else Found(LOOKED_UP[look.what](**look.given))
                )
        state = replay(flow_of(kept["flow"], kept["context"]), given)

    assert isinstance(state.value, Debrief)
    assert set(recorded) <= set(state.path)
    report = rendered(state.value.report.data(), ENGLISH)
    assert {kind: sorted(one["id"] for one in report[kind]) for kind in kept["report"]} == (
        kept["report"]
    )
