"""How a reading of labelled accounts is counted.

A label marked clear must be found. One marked hinted may be found: finding it is right, missing it
costs nothing. All else that is found is wrong. A quote is in the right place when it shares half of
the shorter of the two with the labelled one. A trap is hit when what it looks like is found there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

LISTS: Final = ("mistakes", "not_your_fault", "strengths")
LONGEST_QUOTE: Final = 200
FIRST: Final = 3
"""What a person is shown of the mistakes."""

Account = Mapping[str, Any]
"""A labelled account: `text`, `context`, the three lists, `skill_gaps` and `traps`."""
Read = Mapping[str, Any]
"""What was read in it: the three lists and `skill_gaps`."""


@dataclass(slots=True)
class Count:
    """What was right, wrong and missed in one list, over some accounts."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    in_place: int = 0
    quotes: int = 0
    verbatim: int = 0
    stated_right: int = 0
    stated: int = 0
    first_right: int = 0
    first: int = 0
    nothing_there: int = 0
    nothing_there_but_found: int = 0
    traps: int = 0
    traps_hit: int = 0
    errors: list[tuple[str, str, str, str]] = field(default_factory=list)
    """What was wrong or missed: which, in which account, the id, the words."""

    @property
    def precision(self) -> float:
        """Of what was found, the part that is right."""
        right = self.right.total()
        return _part(right, right + self.wrong.total())

    @property
    def recall(self) -> float:
        """Of what had to be found, the part that was."""
        right = self.right.total()
        return _part(right, right + self.missed.total())

    @property
    def f1(self) -> float:
        """Precision and recall in one figure."""
        right = self.right.total()
        return _part(2 * right, 2 * right + self.wrong.total() + self.missed.total())


def _part(some: float, whole: float) -> float:
    return some / whole if whole else 1.0


def counted(pairs: Iterable[tuple[Account, Read]], name: str) -> Count:
    """Count one of the three lists over accounts and what was read in them."""
    count = Count()
    for account, read in pairs:
        _count(count, account, read, name)
    return count


def _count(count: Count, account: Account, read: Read, name: str) -> None:
    text: str = account["text"]
    labels = {one["id"]: one for one in account[name]}
    found: dict[str, Mapping[str, Any]] = {}
    for one in read[name]:
        found.setdefault(one["id"], one)
        count.quotes += 1
        count.verbatim += 0 < len(one["quote"] or "") <= LONGEST_QUOTE and one["quote"] in text
    for place, (id_, one) in enumerate(found.items()):
        right = id_ in labels
        (count.right if right else count.wrong)[id_] += 1
        count.in_place += right and shared(text, one["quote"] or "", labels[id_]["quote"])
        if one.get("certainty") == "stated":
            count.stated += 1
            count.stated_right += right
        if place < FIRST:
            count.first += 1
            count.first_right += right
        if not right:
            count.errors.append(("wrong", str(account["id"]), id_, one["quote"] or ""))
    for id_, label in labels.items():
        if id_ not in found and label.get("certainty", "clear") == "clear":
            count.missed[id_] += 1
            count.errors.append(("missed", str(account["id"]), id_, label["quote"]))
    if not labels:
        count.nothing_there += 1
        count.nothing_there_but_found += bool(found)
    for trap in account.get("traps", ()):
        if list_of(trap["id"]) == name:
            hit = found.get(trap["id"])
            count.traps += 1
            count.traps_hit += (
                hit is not None
                and trap["id"] not in labels
                and shared(text, hit["quote"] or "", trap["quote"])
            )


def list_of(id_: str) -> str:
    """Tell which of the three lists an id stands in."""
    return {"nf_": "not_your_fault", "st_": "strengths"}.get(id_[:3], "mistakes")


def shared(text: str, one: str, other: str) -> bool:
    """Tell whether two quotes of a text share half of the shorter of them."""
    first, second = text.find(one), text.find(other)
    if first < 0 or second < 0 or not one or not other or len(one) > LONGEST_QUOTE:
        return False
    both = min(first + len(one), second + len(other)) - max(first, second)
    return both * 2 >= min(len(one), len(other))


def skills_found(pairs: Iterable[tuple[Account, Read]]) -> tuple[int, int]:
    """Count the missing skills that were found, and those that were there to find.

    A skill is found when it shares a word of four letters or more with the labelled one.
    """
    found = labelled = 0
    for account, read in pairs:
        named = [_words(one["skill"]) for one in read["skill_gaps"]]
        for skill in account["skill_gaps"]:
            labelled += 1
            found += any(_words(skill) & one for one in named)
    return found, labelled


def _words(skill: str) -> set[str]:
    plain = "".join(letter.lower() if letter.isalnum() else " " for letter in skill)
    return {word for word in plain.split() if len(word) > 3} or {skill.lower()}


def interval(
    pairs: Sequence[tuple[Account, Read]],
    figure: Callable[[Sequence[tuple[Account, Read]]], float],
    times: int = 1_000,
) -> tuple[float, float]:
    """Give the bounds within which a figure falls 95 times in 100, by drawing accounts again."""
    chance = Random(1)
    drawn = sorted(figure(chance.choices(pairs, k=len(pairs))) for _ in range(times))
    return drawn[int(times * 0.025)], drawn[int(times * 0.975)]
