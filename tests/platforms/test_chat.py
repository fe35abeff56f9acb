"""The chat for a person at a keyboard: numbers, widths, hints, and what the machine knows."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bot.conversations import Conversations
from bot.flows.catalogue import DEBRIEF, context_of
from bot.flows.debrief import Start
from bot.flows.steps import Choose, Option, Write
from bot.platforms.terminal.chat import talk
from bot.platforms.terminal.fitting import fitted, wrapped
from bot.platforms.terminal.here import called, zone_in
from bot.platforms.terminal.numbers import named, place_in
from bot.platforms.terminal.screen import Screen
from bot.store import Keys, Status, open_store
from bot.words import ENGLISH, t

OUTCOME = Choose(
    "outcome",
    t("Have they answered since?"),
    (
        Option("waiting", t("Not yet")),
        Option("no", t("They said no")),
        Option("offer", t("They made an offer")),
    ),
)
WHEN = Choose(
    "when",
    t("Which day was it?"),
    (
        Option("0", t("Today")),
        Option("1", t("Yesterday")),
        Option("3", t("Two or three days ago")),
        Option("7", t("About a week ago")),
    ),
)
WIDTHS = (20, 45, 80)


@pytest.mark.parametrize(
    "typed",
    ["2", "2)", "2.", "(2)", "#2", " 2 ", "two", "Two.", "second", "the second", "the second one"],
)
def test_a_number_chooses_however_it_is_written(typed: str) -> None:
    assert named(typed, OUTCOME, ENGLISH) == "no"
    assert place_in(typed, 3) == 2


def test_the_first_and_the_third_are_numbers_too() -> None:
    assert named("the first", OUTCOME, ENGLISH) == "waiting"
    assert named("#3", OUTCOME, ENGLISH) == "offer"


@pytest.mark.parametrize("typed", ["0", "7", "99", "7)"])
def test_a_number_that_is_not_in_the_list_chooses_nothing(typed: str) -> None:
    names = {option.name for option in WHEN.options}
    assert named(typed, WHEN, ENGLISH) not in names


def test_a_number_in_words_that_begins_another_answer_chooses_nothing() -> None:
    assert named("two or three days ago", WHEN, ENGLISH) == "3"
    assert named("two", WHEN, ENGLISH) not in ("0", "1", "7")


def test_no_is_not_yet_where_the_label_says_so() -> None:
    assert named("no", OUTCOME, ENGLISH) == "waiting"
    assert named("they said no", OUTCOME, ENGLISH) == "no"


def test_words_for_a_question_in_words_stay_as_they_are() -> None:
    assert named("2", Write("since", t("What since?")), ENGLISH) == "2"


SENTENCE = "Thank you for telling it. Nothing of what you told leaves this machine, ever."


@pytest.mark.parametrize("width", WIDTHS)
def test_words_are_wrapped_at_word_ends_at_any_width(width: int) -> None:
    stream = io.StringIO()
    screen = Screen(Console(file=stream, width=width, highlight=False), ENGLISH)
    screen.put(SENTENCE)
    screen.quote(SENTENCE)
    said, lines = stream.getvalue(), stream.getvalue().splitlines()

    assert max(len(line.rstrip()) for line in lines) <= width
    assert said.split() == [*SENTENCE.split(), *SENTENCE.split()]
    assert wrapped(SENTENCE, width).split() == SENTENCE.split()
    assert max(map(len, wrapped(SENTENCE, width).splitlines())) <= width


def test_a_wrapped_line_stays_set_in_as_far_as_it_began() -> None:
    assert wrapped("    one two three", 12) == "    one two\n    three"


async def test_what_is_said_aside_comes_after_the_welcome_and_before_the_first_question(
    tmp_path: Path,
) -> None:
    stream = io.StringIO()
    now = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)

    async def gone(_prompt: str) -> str | None:
        return None

    url = f"sqlite:///{tmp_path / 'debrief.db'}"
    async with open_store(url, Keys.fresh(), durable=False) as store:
        person = await store.person_for("terminal", "me", now)
        talks = Conversations(store, lambda: now)
        turn = await talks.begin(person.id, DEBRIEF, context_of(Start()))
        assert turn.question is not None
        question = ENGLISH.say(turn.question.text)
        screen = Console(file=stream, soft_wrap=True)
        status = await talk(
            talks, person.id, turn, gone, screen, ENGLISH, aside=lambda: screen.print("*")
        )
    before, _, after = stream.getvalue().partition("*")

    assert before.strip()
    assert question not in before
    assert question in after
    assert status is Status.PAUSED


def test_on_a_pipe_nothing_is_wrapped() -> None:
    stream = io.StringIO()
    screen = Screen(Console(file=stream, width=20, highlight=False, soft_wrap=True), ENGLISH)
    screen.put(SENTENCE)
    screen.quote(SENTENCE)

    assert stream.getvalue() == f"{SENTENCE}\n    {SENTENCE}\n"
    assert fitted(SENTENCE, io.StringIO()) == SENTENCE


def test_a_persons_own_words_are_shown_letter_by_letter() -> None:
    stream = io.StringIO()
    screen = Screen(Console(file=stream, width=80, soft_wrap=True), ENGLISH)
    screen.put("[bold]so[/bold] :smile: 12")

    assert stream.getvalue() == "[bold]so[/bold] :smile: 12\n"


def test_a_hint_names_a_command_that_works(tmp_path: Path) -> None:
    script = tmp_path / "env" / "bin" / "debrief"
    script.parent.mkdir(parents=True)
    script.touch()
    python = script.with_name("python")
    module = tmp_path / "bot" / "__main__.py"

    assert called("/somewhere/debrief", script, python, tmp_path) == "debrief"
    assert called(None, script, python, tmp_path) == "env/bin/debrief"
    assert called(None, module, python, tmp_path) == "env/bin/debrief"
    assert called(None, script, python, script.parent) == "./debrief"
    script.unlink()
    assert called(None, module, python, tmp_path) == "env/bin/python -m bot"


def test_a_hint_can_be_typed_where_a_folder_has_a_space_in_its_name(tmp_path: Path) -> None:
    script = tmp_path / "my env" / "debrief"
    script.parent.mkdir()
    script.touch()
    assert called(None, script, script, tmp_path) == "'my env/debrief'"


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        ("Europe/London", "Europe/London"),
        (":America/Chicago", "America/Chicago"),
        (":/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata"),
        ("UTC", None),
        ("Etc/UTC", None),
        ("", None),
        ("No/Where", None),
        ("../../etc/passwd", None),
    ],
)
def test_the_machines_zone_is_the_one_that_tz_names(
    tmp_path: Path, value: str, zone: str | None
) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    assert zone_in({"TZ": value}, link) == zone


@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("../usr/share/zoneinfo/posix/Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Etc/UTC", None),
        ("/usr/share/zoneinfo/UTC", None),
        ("/elsewhere/Europe/Berlin", None),
    ],
)
def test_without_tz_the_machines_zone_is_what_its_clock_is_a_link_to(
    tmp_path: Path, target: str, zone: str | None
) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(target)
    assert zone_in({}, link) == zone


def test_a_clock_that_is_no_link_tells_no_zone(tmp_path: Path) -> None:
    (tmp_path / "localtime").touch()
    assert zone_in({}, tmp_path / "localtime") is None
    assert zone_in({}, tmp_path / "nothing") is None
