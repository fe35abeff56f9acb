"""The trained reader: its pieces, its windows, its sums, and what it promises of any text."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching import knowledge
from bot.coaching.reading.encoder import Encoder
from bot.coaching.reading.learned import (
    WEIGHTS,
    chance_of,
    judge,
    kind_of,
    sheet,
    signs_of,
)
from bot.coaching.reading.signs import Sign, Strength
from bot.coaching.reading.splitting import page
from bot.coaching.reading.windows import AFTER, BEFORE, MOST_PIECES, windows
from bot.coaching.reading.wordpiece import Pieces
from bot.limits import QUOTE_LONGEST

FEW = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "late", "lat", "##r", "!", "cafe", "i"])


def test_words_are_cut_into_the_longest_pieces_that_are_known() -> None:
    assert FEW.of("Later, LATE!") == [4, 6, 1, 4, 7]


def test_accents_and_letters_of_any_size_are_the_same_word() -> None:
    assert FEW.of("Café CAFE") == [8, 8]


def test_a_word_without_end_is_one_unknown_piece() -> None:
    assert FEW.of("i" * 100_000) == [1]


@given(st.text(max_size=400))
def test_any_text_has_pieces(text: str) -> None:
    assert all(0 <= piece < 10 for piece in FEW.of(text))


TEXTS = st.lists(
    st.sampled_from(
        ["I was late. ", "late ", "Cafe! ", "\n- late", " i, i and i ", "…", "later " * 90]
    ),
    max_size=60,
).map("".join)


@given(TEXTS)
def test_every_sentence_is_judged_once_and_no_window_is_longer_than_it_may_be(text: str) -> None:
    cut = page(text)
    laid = list(windows(cut, FEW))
    judged = [number for window in laid for number, _ in window.sentences]

    assert judged == list(range(len(cut.sentences)))
    for window in laid:
        assert len(window.pieces) <= MOST_PIECES + BEFORE + AFTER + 2
        for number, places in window.sentences:
            sentence = cut.sentences[number]
            for place in places:
                assert sentence.start <= place.clause.start < place.clause.end <= sentence.end
                own = FEW.of(text[place.clause.start : place.clause.end])
                assert (
                    list(window.pieces[place.first : place.past]) == own[: place.past - place.first]
                )


def tiny(layers: int = 2) -> dict[str, Any]:
    """Give the arrays of a network of twelve numbers a piece, filled by chance."""
    chance = np.random.default_rng(1)
    found: dict[str, Any] = {"layers": np.array(layers)}

    def rows(name: str, out: int, into: int) -> None:
        found[name] = chance.integers(-127, 128, (out, into)).astype(np.int8)
        found[f"{name}.scale"] = chance.uniform(0.001, 0.01, out).astype(np.float32)

    def plain(name: str, size: int) -> None:
        found[name] = chance.uniform(-1, 1, size).astype(np.float32)

    rows("words", 10, 12)
    rows("places", 40, 12)
    rows("out.weight", 3, 24)
    plain("out.bias", 3)
    rows("skill.weight", 1, 12)
    plain("skill.bias", 1)
    for name in (
        "norm",
        *(f"layer.{n}.{one}" for n in range(layers) for one in ("after_attention", "after_wide")),
    ):
        plain(f"{name}.weight", 12)
        plain(f"{name}.bias", 12)
    for number in range(layers):
        for one, out, into in (
            ("attention", 36, 12),
            ("joined", 12, 12),
            ("wide", 48, 12),
            ("narrow", 12, 48),
        ):
            rows(f"layer.{number}.{one}.weight", out, into)
            plain(f"layer.{number}.{one}.bias", out)
    return found


def encoder(arrays: dict[str, Any]) -> Encoder:
    kept = io.BytesIO()
    np.savez(kept, **arrays)
    kept.seek(0)
    return Encoder(kept)


def test_the_sums_are_those_of_a_transformer_written_out() -> None:
    arrays = tiny()

    def whole(name: str) -> Any:
        return arrays[name].astype(float) * arrays[f"{name}.scale"].astype(float)[:, None]

    def norm(x: Any, name: str) -> Any:
        spread = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
        return spread * arrays[f"{name}.weight"] + arrays[f"{name}.bias"]

    pieces = [2, 4, 5, 6, 3]
    x = norm(whole("words")[pieces] + whole("places")[:5], "norm")
    for number in range(2):
        name = f"layer.{number}"
        qkv = x @ whole(f"{name}.attention.weight").T + arrays[f"{name}.attention.bias"]
        seen = np.zeros_like(x)
        for head in range(12):  # one number a head
            query, key, value = (qkv[:, part * 12 + head] for part in range(3))
            score = np.exp(np.outer(query, key))
            seen[:, head] = (score / score.sum(1, keepdims=True)) @ value
        joined = seen @ whole(f"{name}.joined.weight").T + arrays[f"{name}.joined.bias"]
        x = norm(x + joined, f"{name}.after_attention")
        wide = x @ whole(f"{name}.wide.weight").T + arrays[f"{name}.wide.bias"]
        wide = wide / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (wide + 0.044715 * wide**3)))
        narrow = wide @ whole(f"{name}.narrow.weight").T + arrays[f"{name}.narrow.bias"]
        x = norm(x + narrow, f"{name}.after_wide")
    wanted = (
        np.concatenate([x[1:3].mean(0), x[1:3].max(0)]) @ whole("out.weight").T + arrays["out.bias"]
    )

    own = encoder(arrays)
    states = own.states(pieces)

    assert np.allclose(states, x, atol=1e-4)
    assert np.allclose(own.judged(states, [(1, 3)])[0], wanted, atol=1e-4)


def test_the_sheet_fits_the_taxonomy_and_its_bands_are_in_order() -> None:
    own = sheet()

    assert sorted(own.ids) == sorted(
        [*knowledge.mistakes(), *knowledge.factors(), *knowledge.strengths()]
    )
    for band in own.bands.values():
        assert 0 < band.asked <= band.likely <= band.stated < 1


def test_a_higher_logit_is_a_higher_chance() -> None:
    own = sheet()

    for id_ in own.ids:
        chances = [chance_of(own, id_, logit, 10) for logit in (-6.0, -2.0, 0.0, 2.0, 6.0)]
        assert chances == sorted(chances)
        assert 0 < chances[0] < chances[-1] < 1


def test_the_weights_that_are_shipped_weigh_what_was_agreed_and_come_with_their_licence() -> None:
    names = {file.name for file in Path(str(WEIGHTS)).iterdir()}
    size = sum(file.stat().st_size for file in Path(str(WEIGHTS)).iterdir())

    assert {"weights.npz", "words.txt", "sheet.json", "LICENSE", "README.md"} <= names
    assert size < 25_000_000


def signs_in(text: str) -> dict[str, Sign]:
    cut = page(text)
    return signs_of(judge(cut), len(cut.sentences))


LONG = "They were kind. " * 5 + "i walked in twenty past and they had started without me " * 8


@pytest.mark.parametrize(
    "text", ["", "…", "late", "I was late.", LONG, "x" * 5_000, "🙂" * 300, "a\n" * 400]
)
def test_every_sign_is_their_own_words_and_short_enough_to_show(text: str) -> None:
    for sign in signs_in(text).values():
        words = text[sign.start : sign.end]
        assert 0 < len(words) <= QUOTE_LONGEST
        assert 0 <= sign.weight <= 1
        band = sheet().bands[kind_of(sign.id)]
        assert (sign.strength is Strength.STATED) == (sign.weight >= band.stated)


def test_the_same_text_is_read_the_same_way_again() -> None:
    text = "Got there ten minutes late and nobody minded. I asked about the team at the end."

    assert signs_in(text) == signs_in(text)


def test_a_program_that_reads_nothing_does_not_load_the_network() -> None:
    code = (
        "import sys; import bot.__main__; from bot.coaching import reading;"
        "assert 'numpy' not in sys.modules, 'numpy'"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
