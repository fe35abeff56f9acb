"""The command line, and the only place that knows everyone.

Nothing is imported before a command needs it, so that `debrief --help` answers at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bot.platforms.terminal.guest import Guest

EVERYBODY = (
    click.option("--database", metavar="URL", help="Address of the database."),
    click.option(
        "--person",
        metavar="NAME",
        default="me",
        show_default=True,
        help="Whose debriefs, where several people share this computer.",
    ),
)


def for_a_person(command: click.decorators.FC) -> click.decorators.FC:
    """Add the options that every command about a person has."""
    for option in reversed(EVERYBODY):
        command = option(command)
    return command


class Wrapped(click.Group):
    """Commands whose errors are wrapped at word ends, as everything else on a terminal is."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except click.ClickException as wrong:
            raise _wrapped(wrong) from wrong


def _wrapped(wrong: click.ClickException) -> click.ClickException:
    import sys

    from bot.platforms.terminal.fitting import fitted

    # click puts the word in front of it.
    label = "Error: "
    said = fitted(label + wrong.format_message(), sys.stderr).removeprefix(label)
    if isinstance(wrong, click.UsageError):
        return click.UsageError(said, wrong.ctx)
    return click.ClickException(said)


@click.group(cls=Wrapped, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="debrief", prog_name="debrief")
def main() -> None:
    """Debrief a job interview: in your own words, kindly, and then it stops."""
    # The reader's sums are small: several threads wait for each other longer than they add up.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@main.command()
@for_a_person
@click.option("--json", "as_json", is_flag=True, help="Speak JSON lines, for programs.")
@click.option("--news", is_flag=True, help="Tell what came of an interview debriefed earlier.")
@click.option("--now", metavar="INSTANT", help="Pretend it is then (ISO 8601 with an offset).")
@click.option("--country", metavar="CODE", help="The employer's country, as US or GB.")
@click.option("--time-zone", metavar="ZONE", help="Your own time zone, as Europe/London.")
@click.option("--context", metavar="JSON", help="What is known: country, role, stage, days_since.")
@click.option("--max-questions", metavar="N", type=click.IntRange(0, 6), help="Targeted questions.")
@click.option("--tone", type=click.Choice(["gentle", "direct"]), help="How findings are said.")
@click.option("--language", metavar="TAG", help="The language of the texts.")
def chat(
    database: str | None,
    person: str,
    *,
    as_json: bool,
    news: bool,
    now: str | None,
    country: str | None,
    time_zone: str | None,
    context: str | None,
    max_questions: int | None,
    tone: str | None,
    language: str | None,
) -> None:
    """Tell about an interview and debrief it; goes on where you left off."""

    def begin(guest: Guest) -> Coroutine[None, None, None]:
        from bot.platforms.terminal.talking import Known, chat

        known = Known(country, time_zone, context, max_questions, tone, language)
        return chat(guest, known, as_json=as_json, news=news)

    _with(database, person, begin, now=now, newcomers=True)


@main.command()
@click.argument(
    "source",
    default="-",
    metavar="[FILE | -]",
    type=click.Path(exists=True, dir_okay=False, readable=True, allow_dash=True),
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as one JSON object.")
@click.option("--jsonl", is_flag=True, help="Read and print many, one JSON object a line.")
@click.option("--context", metavar="JSON", help="What is known: country, role, stage, days_since.")
def read(source: str, *, as_json: bool, jsonl: bool, context: str | None) -> None:
    """Read one account without a conversation and show what it holds."""
    import sys

    from bot.platforms.terminal.fitting import fitted
    from bot.platforms.terminal.reading import CannotRead, read_many, read_one

    with click.open_file(source, encoding="utf-8", errors="replace") as opened:
        if jsonl:
            wrong = 0
            for number, line in enumerate(opened, 1):
                try:
                    click.echo(
                        read_many(line, number) if line.strip() else "", nl=bool(line.strip())
                    )
                except CannotRead as why:
                    wrong += 1
                    click.echo(fitted(f"Error: {why}", sys.stderr), err=True)
            if wrong:
                raise click.exceptions.Exit(1)
            return
        found = read_one(opened.read(), context, as_json=as_json)
    click.echo(found if as_json else fitted(found, sys.stdout))


@main.command("list")
@for_a_person
def list_(database: str | None, person: str) -> None:
    """List your debriefs."""
    from bot.platforms.terminal import history

    _with(database, person, lambda guest: history.list_debriefs(guest))


@main.command()
@for_a_person
@click.argument("number", type=int)
@click.option("--markdown", is_flag=True, help="As Markdown, to be kept in a file.")
def show(database: str | None, person: str, number: int, *, markdown: bool) -> None:
    """Show a debrief again; NUMBER is the one in `debrief list`."""
    from bot.platforms.terminal import history

    _with(database, person, lambda guest: history.show(guest, number, as_markdown=markdown))


@main.command()
@for_a_person
@click.argument("number", type=int)
@click.option("--key", metavar="KEY", help="Which answer, for programs; else they are listed.")
def correct(database: str | None, person: str, number: int, key: str | None) -> None:
    """Correct an answer of a finished debrief; it is read anew.

    You are asked which one, and for the new answer; with --key it is the first line on a pipe.
    """
    from bot.platforms.terminal import correcting

    _with(database, person, lambda guest: correcting.correct(guest, number, key))


@main.command()
@for_a_person
@click.argument("number", type=int, required=False)
@click.option("--unfinished", is_flag=True, help="Erase what never came to a debrief instead.")
@click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")
def erase(
    database: str | None, person: str, number: int | None, *, unfinished: bool, yes: bool
) -> None:
    """Erase one debrief alone, or what was not finished."""
    if (number is None) != unfinished:
        raise click.UsageError("Give the NUMBER of a debrief, or --unfinished.")
    from bot.platforms.terminal import erasing

    if number is None:
        _with(database, person, lambda guest: erasing.erase_unfinished(guest, sure=yes))
        return
    chosen = number
    _with(database, person, lambda guest: erasing.erase(guest, chosen, sure=yes))


@main.command()
@for_a_person
@click.option("--format", "form", type=click.Choice(["json", "markdown"]), default="json")
def export(database: str | None, person: str, form: str) -> None:
    """Print everything that is kept about you."""
    from bot.platforms.terminal import history

    empty = history.nothing() if form == "json" else None
    _with(database, person, lambda guest: history.export(guest, form), empty=empty)


@main.command()
@for_a_person
@click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")
def forget(database: str | None, person: str, *, yes: bool) -> None:
    """Erase everything about you."""
    from bot.platforms.terminal import erasing

    _with(database, person, lambda guest: erasing.forget(guest, sure=yes))


@main.command()
@for_a_person
@click.option("--tone", type=click.Choice(["gentle", "direct"]), help="How findings are said.")
@click.option("--time-zone", metavar="ZONE", help="Your own time zone.")
@click.option("--country", metavar="CODE", help="Where the employers usually are.")
@click.option("--language", metavar="TAG", help="The language of the texts.")
@click.option(
    "--language-model/--no-language-model",
    "read_along",
    default=None,
    help="Whether a language model may read your accounts too.",
)
@click.option(
    "--status-notes",
    type=click.IntRange(1, 2),
    help="Notes asking for news for one round: one, or at most two.",
)
def settings(
    database: str | None,
    person: str,
    tone: str | None,
    time_zone: str | None,
    country: str | None,
    language: str | None,
    read_along: bool | None,
    status_notes: int | None,
) -> None:
    """Show or change your settings."""
    changes = {
        "tone": tone,
        "zone": time_zone,
        "country": country,
        "language": language,
        "most_status_notes": status_notes,
    }
    from bot.platforms.terminal import history

    wanted = {name: value for name, value in changes.items() if value is not None}
    _with(
        database,
        person,
        lambda guest: history.settings(guest, wanted, read_along=read_along),
        newcomers=bool(wanted) or read_along is True,
    )


def _with(
    database: str | None,
    person: str,
    command: Callable[[Guest], Coroutine[None, None, None]],
    *,
    now: str | None = None,
    newcomers: bool = False,
    empty: str | None = None,
) -> None:
    """Open the house for one person, run one command, close it; errors become one sentence."""
    from bot.platforms.terminal.guest import run_for

    message = run_for(database, person, command, now=now, newcomers=newcomers, empty=empty)
    if message is not None:
        raise click.ClickException(message)


if __name__ == "__main__":
    main()
