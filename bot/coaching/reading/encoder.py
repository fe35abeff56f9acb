"""The trained network, run forward: numbers of pieces in, one row of numbers a text out.

A BERT encoder of six layers. Its weights are kept as whole numbers of eight bits with one scale a
row; the word vectors stay so in memory, and only the rows that a text needs are scaled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]

_HEADS: Final = 12
_TINY: Final = np.float32(1e-12)
_GELU: Final = np.float32(np.sqrt(2 / np.pi))


@dataclass(frozen=True, slots=True)
class _Linear:
    weight: Numbers
    """in x out"""
    bias: Numbers

    def __call__(self, x: Numbers) -> Numbers:
        made: Numbers = x @ self.weight
        made += self.bias
        return made


@dataclass(frozen=True, slots=True)
class _Norm:
    weight: Numbers
    bias: Numbers

    def __call__(self, x: Numbers) -> Numbers:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + _TINY)
        made: Numbers = centred / spread * self.weight + self.bias
        return made


@dataclass(frozen=True, slots=True)
class _Layer:
    attention: _Linear
    """Query, key and value side by side."""
    joined: _Linear
    after_attention: _Norm
    wide: _Linear
    narrow: _Linear
    after_wide: _Norm

    def __call__(self, x: Numbers) -> Numbers:
        length, size = x.shape
        parts = self.attention(x).reshape(length, 3, _HEADS, size // _HEADS)
        query, key, value = (parts[:, one].transpose(1, 0, 2) for one in range(3))
        score: Numbers = query @ key.transpose(0, 2, 1)
        score *= np.float32((size // _HEADS) ** -0.5)
        score -= score.max(-1, keepdims=True)
        np.exp(score, out=score)
        score /= score.sum(-1, keepdims=True)
        seen: Numbers = (score @ value).transpose(1, 0, 2).reshape(length, size)
        x = self.after_attention(x + self.joined(seen))
        return self.after_wide(x + self.narrow(_gelu(self.wide(x))))


def _gelu(x: Numbers) -> Numbers:
    """Give GELU in its tanh form, with which the network was trained."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= _GELU
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


class Encoder:
    """The network with its weights, ready to run; safe to share between threads."""

    def __init__(self, weights: IO[bytes]) -> None:
        with np.load(weights, allow_pickle=False) as kept:
            self._words = kept["words"]
            self._word_scales = kept["words.scale"]
            self._places = _whole(kept, "places")
            self._norm = _norm(kept, "norm")
            self._layers = tuple(_layer(kept, number) for number in range(int(kept["layers"])))
            self._out = _linear(kept, "out")
            self._skill = _linear(kept, "skill")

    @property
    def longest(self) -> int:
        """Pieces that one input can have."""
        return len(self._places)

    def states(self, pieces: Sequence[int]) -> Numbers:
        """Run one input of at most `longest` pieces: a row of numbers for each of them."""
        numbers = np.asarray(pieces, dtype=np.int64)
        x: Numbers = self._words[numbers].astype(np.float32)
        x *= self._word_scales[numbers, None]
        x = self._norm(x + self._places[: len(numbers)])
        for layer in self._layers:
            x = layer(x)
        return x

    def judged(self, states: Numbers, parts: Sequence[tuple[int, int]]) -> Numbers:
        """Judge parts of an input, each from its first piece to the one past its last: logits.

        A part has at least one piece; the rows of the answer are in the order of the parts.
        """
        pooled = [
            np.concatenate([states[first:past].mean(0), states[first:past].max(0)])
            for first, past in parts
        ]
        return self._out(np.stack(pooled))

    def skills(self, states: Numbers) -> Numbers:
        """Judge each piece by itself: the logits of its being the name of a missing skill."""
        return self._skill(states)[:, 0]


def _whole(kept: Mapping[str, npt.NDArray[np.generic]], name: str) -> Numbers:
    scaled = kept[f"{name}.scale"].astype(np.float32)
    made: Numbers = kept[name].astype(np.float32) * scaled[:, None]
    return made


def _linear(kept: Mapping[str, npt.NDArray[np.generic]], name: str) -> _Linear:
    # Kept as out x in, each output with a scale of its own; turned once, so that rows stay whole.
    weight = np.ascontiguousarray(_whole(kept, f"{name}.weight").T)
    return _Linear(weight, kept[f"{name}.bias"].astype(np.float32))


def _norm(kept: Mapping[str, npt.NDArray[np.generic]], name: str) -> _Norm:
    return _Norm(kept[f"{name}.weight"].astype(np.float32), kept[f"{name}.bias"].astype(np.float32))


def _layer(kept: Mapping[str, npt.NDArray[np.generic]], number: int) -> _Layer:
    name = f"layer.{number}"
    return _Layer(
        _linear(kept, f"{name}.attention"),
        _linear(kept, f"{name}.joined"),
        _norm(kept, f"{name}.after_attention"),
        _linear(kept, f"{name}.wide"),
        _linear(kept, f"{name}.narrow"),
        _norm(kept, f"{name}.after_wide"),
    )
