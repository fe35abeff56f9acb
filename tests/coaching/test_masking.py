"""What identifies somebody is masked, and every place in the masked text leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.masking import Hidden, identifying, masked


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Met with Sarah Jones on Monday.", "Met with [name] [name] on Monday."),
        ("Sarah asked about my gap.", "[name] asked about my gap."),
        ("Sarah Lind met me.", "[name] [name] met me."),
        ("Marta's laugh helped.", "[name]'s laugh helped."),
        ("Dr. Okafor and prof. Lind were there", "Dr. [name] and prof. [name] were there"),
        ("the manager, her name was tara, was late", "the manager, her name was [name], was late"),
        ("i was called back twice", "i was called back twice"),
        ("write to s.jones+hr@harbour-kitchen.co.uk now", "write to [mail] now"),
        ("s.jones [at] harbour.com", "[mail]"),
        ("see https://harbour.com/jobs?id=7 first", "see [link] first"),
        ("it is on harbour.co.uk/careers", "it is on [link]"),
        ("ring +44 (0)7700 900-123 after six", "ring [phone] after six"),
        ("she is @tara_hk on there", "she is [handle] on there"),
        ("add me: tara#1234", "add me: [handle]"),
    ],
)
def test_what_identifies_somebody_is_masked(text: str, without: str) -> None:
    assert masked(text).text == without


@pytest.mark.parametrize(
    "text",
    [
        "They asked about Kubernetes and Excel on Monday.",
        "She said £32,000 and I had 5 years, 2019 to 2024.",
        "On 2026-11-03 at 9.30 I was there. It was cold.",
        "Anyway I went home. Nobody said a word. Then I waited.",
        "I THINK I WAS TOO SLOW AND THEY SAW IT",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert masked(text).text == text


def test_a_name_that_is_known_is_masked_however_it_is_written() -> None:
    found = masked("harbour kitchen was loud, HARBOUR KITCHEN was late", ["Harbour Kitchen"])

    assert found.text == "[name] was loud, [name] was late"


def test_a_name_at_the_beginning_is_known_by_its_other_place() -> None:
    assert masked("I met Priya. Priya laughs a lot.").text == "I met [name]. [name] laughs a lot."


def test_a_place_in_the_masked_text_leads_back() -> None:
    text = "Then Sarah Jones wrote from s@x.org that I was slow."
    found = masked(text)
    start = found.text.index("that I was")

    assert text[slice(*found.original(start, start + 10))] == "that I was"
    begun = found.text.index("name]")
    assert text[slice(*found.original(begun, begun + 2))] == "Sarah"


@given(st.text(max_size=300))
def test_the_whole_leads_back_to_the_whole(text: str) -> None:
    found = masked(text)

    if found.text:
        assert found.original(0, len(found.text)) == (0, len(text))
    assert [part.start for part in found.parts] == sorted(part.start for part in found.parts)


@given(st.lists(st.sampled_from(["Sarah ", "s@x.org ", "07700 900123 ", "and ", "@tara. "])))
def test_nothing_masked_is_left_to_read(words: list[str]) -> None:
    text = "".join(words)
    left = masked(text).text

    assert "@" not in left
    assert "900123" not in left
    assert all(part.what in Hidden for part in identifying(text))
