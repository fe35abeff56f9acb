"""The conversation that the README shows, held with the real program and written down as it came.

`python -m tests.transcript` puts its read-back into README.md and docs/report.svg, and all of it
into docs/conversation.md.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from dataclasses import dataclass
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
BEGIN = "<!-- made by `python -m tests.transcript` -->\n```text\n"
END = "```\n<!-- until here -->"
READ_BACK = "What was not your doing"
"""Where the part begins that the picture shows, and the README outside its fold."""
AFTER_IT = "Does that fit?"

TYPED = (
    "Stock planner at Alder Foods in the UK, panel, yesterday",
    "1",
    "They kept me waiting forty minutes. Then they asked about a conflict at work and I went on "
    "and on until she had to stop me. I told them I've never used SAP but I moved two stock "
    "systems before. When they asked if I had any questions I said no, I think you covered "
    "everything.",
    "that's all",
    "I like seeing a plan work out on the floor.",
    "The manager rings me by Friday.",
    "no, nothing like that",
    "nothing yet",
    "1",
    "no",
    "no",
    "She wrote down my example with the two stock systems.",
    "1",
    "1",
    "2",
    "Priya",
    "the move to the new warehouse",
    "skip",
    "5",
)


@dataclass(frozen=True, slots=True)
class Held:
    """The conversation as it stood on the screen, and the picture of its report."""

    text: str
    picture: str


async def held() -> Held:
    """Hold the conversation with the program, the store and the clock of NOW."""
    screen = Console(record=True, file=io.StringIO(), width=WIDTH, highlight=False)
    typed = iter(TYPED)
    pages: list[str] = []
    pictures: list[str] = []

    async def read_line(prompt: str) -> str | None:
        pictures.append(screen.export_svg(title="debrief chat", clear=False))
        pages.append(screen.export_text())
        line = next(typed, None)
        if line is not None:
            screen.print(f"{prompt}{line}", markup=False, highlight=False, style="bold")
        return line

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'debrief.db'}"
        async with open_store(url, Keys.fresh()) as store:
            person = await store.person_for("terminal", "me", NOW)
            conversations = Conversations(store, lambda: NOW)
            context = context_of(Start(person_zone="Europe/London", person_country="GB"))
            turn = await conversations.begin(person.id, DEBRIEF, context)
            await talk(conversations, person.id, turn, read_line, screen, ENGLISH)
    pages.append(screen.export_text())
    text = "\n".join(line.rstrip() for line in "".join(pages).splitlines()).strip() + "\n"
    shown = next(place for place, page in enumerate(pages) if READ_BACK in page)
    return Held(text, pictures[shown])


def readme_with(text: str, readme: str) -> str:
    """Put the read-back of a conversation into the README."""
    begin, end = text.index(READ_BACK), text.index(AFTER_IT)
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + text[begin:end].rstrip() + "\n" + END + after


def page_with(text: str) -> str:
    """Give the page that holds the whole conversation."""
    return (
        "# A whole conversation\n\nHeld with the program as it is, and written down as it stood on "
        "the screen by `python -m tests.transcript`. What the person typed follows `You:` and "
        f"`Number:`.\n\n```text\n{text}```\n"
    )


def main() -> None:
    """Bring the README, the page and the picture up to date."""
    conversation = asyncio.run(held())
    readme = ROOT / "README.md"
    readme.write_text(
        readme_with(conversation.text, readme.read_text(encoding="utf-8")), encoding="utf-8"
    )
    docs = ROOT / "docs"
    (docs / "conversation.md").write_text(page_with(conversation.text), encoding="utf-8")
    (docs / "report.svg").write_text(conversation.picture, encoding="utf-8")
    sys.stdout.write(conversation.text)


if __name__ == "__main__":
    main()
