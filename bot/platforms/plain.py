"""Cards as plain text and as Markdown: for a terminal, a file, and any chat without cards."""

from __future__ import annotations

from collections.abc import Iterable

from bot.conversations.keeping import StoredCard, StoredLine
from bot.words import Card, Language, Role


def plain(card: Card, language: Language) -> str:
    """Give a card as lines of text that read well aloud: no boxes, no colour, no signs alone."""
    lines = [language.say(card.title)]
    for line in card.lines:
        text = language.say(line.text)
        lines.append(f"- {text}" if line.role is Role.ITEM else text)
    return "\n".join(lines)


def markdown(cards: Iterable[StoredCard], *, title: str) -> str:
    """Give stored cards (title, lines with role and text) as a Markdown page."""
    parts = [f"# {escaped(title)}"]
    for card in cards:
        parts.append(f"## {escaped(card.title)}")
        parts += _blocks(card.lines)
    return "\n\n".join(parts) + "\n"


def _blocks(lines: Iterable[StoredLine]) -> list[str]:
    blocks: list[str] = []
    items: list[str] = []
    for line in lines:
        text = escaped(line.text)
        if line.role == Role.ITEM:
            items.append("- " + text.replace("\n", "\n  "))
            continue
        if items:
            blocks.append("\n".join(items))
            items = []
        if line.role == Role.QUOTE:
            blocks.append("> " + text.replace("\n", "\n> "))
        else:
            blocks.append(text)
    if items:
        blocks.append("\n".join(items))
    return blocks


def escaped(text: str) -> str:
    """Keep a person's words from becoming Markdown of their own."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text)
