"""The conversation that the README shows, held with the real program and written down as it came.

`python -m tests.transcript` puts it into README.md and draws docs/terminal.svg from it.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from bot.conversations import Conversations
from bot.flows.catalogue import DEBRIEF, context_of
from bot.flows.debrief import Start
from bot.platforms.terminal.chat import talk
from bot.store import Keys, open_store
from bot.words import ENGLISH

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
WIDTH = 92
BEGIN = "<!-- transcript: made by `python -m tests.transcript` -->\n```text\n"
END = "```\n<!-- transcript ends -->"

TYPED = (
    "1",
    "Stock planner at Alder Foods in the UK, panel, yesterday",
    "They kept me waiting forty minutes. Then they asked about a conflict at work and I went on "
    "and on until she had to stop me. I told them I've never used SAP but I moved two stock systems "
    "before. When they asked if I had any questions I said no, I think you covered everything.",
    "that's all",
    "I like seeing a plan work out on the floor.",
    "The manager rings me by Friday.",
    "no, nothing like that",
    "nothing yet",
    "1",
    "no",
    "2",
    "2",
    "2",
    "2",
    "2",
    "She wrote down my example with the two stock systems.",
    "1",
    "1",
    "2",
    "Priya",
    "the move to the new warehouse",
    "skip",
    "5",
)


async def held() -> Console:
    """Hold the conversation and give the console on which it came."""
    console = Console(
        record=True, file=io.StringIO(), width=WIDTH, highlight=False, force_terminal=True
    )
    typed = iter(TYPED)

    async def read_line(prompt: str) -> str | None:
        line = next(typed, None)
        if line is not None:
            console.print(f"{prompt}{line}", markup=False, highlight=False, style="bold")
        return line

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'debrief.db'}"
        async with open_store(url, Keys.fresh()) as store:
            person = await store.person_for("terminal", "me", NOW)
            conversations = Conversations(store, lambda: NOW)
            context = context_of(Start(person_zone="Europe/London", person_country="GB"))
            turn = await conversations.begin(person.id, DEBRIEF, context)
            await talk(conversations, person.id, turn, read_line, console, ENGLISH)
    return console


def transcript(console: Console) -> str:
    """Give what stood on the screen, as text."""
    text = console.export_text(clear=False)
    return "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"


def main() -> None:
    """Bring the README and the picture up to date."""
    console = asyncio.run(held())
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text(before + BEGIN + transcript(console) + END + after, encoding="utf-8")
    (ROOT / "docs" / "terminal.svg").write_text(
        console.export_svg(title="debrief chat", clear=False), encoding="utf-8"
    )
    sys.stdout.write(transcript(console))


if __name__ == "__main__":
    main()
