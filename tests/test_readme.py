"""What the README shows and promises is what the program does."""

from __future__ import annotations

import re
import tomllib

from tests.transcript import ROOT, held, page_with, readme_with


async def test_the_read_back_in_the_readme_is_what_the_program_says() -> None:
    conversation = await held()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert readme_with(conversation.text, readme) == readme
    page = (ROOT / "docs" / "conversation.md").read_text(encoding="utf-8")
    assert page_with(conversation.text) == page


def test_the_commands_in_the_readme_exist() -> None:
    from bot.__main__ import main

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`debrief ([a-z]+)", readme))

    assert named
    assert named <= set(main.commands)


def test_every_target_that_the_pages_name_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    texts = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", texts, re.MULTILINE))

    assert named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_dependency_has_its_version_fixed_and_no_host_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    fixed = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    names = {line.partition("==")[0].lower().replace("_", "-") for line in fixed.splitlines()}
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]

    for one in wanted:
        name = re.split(r"[\[>=<~! ]", one, maxsplit=1)[0].lower().replace("_", "-")
        assert name in names, name
    assert "://" not in fixed
    assert "@" not in fixed
