"""The larger network that the reader's small one is taught by: all-mpnet-base-v2, in torch.

It is never shipped. It reads better than the small one and is twenty times its size; what it makes
of each sentence is put beside the labels when the small one is trained.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from bot.coaching.reading.training.net import Judged, pooled

SIZE: Final = 768
HEADS: Final = 12
WIDE: Final = 3072
LAYERS: Final = 12
PIECES: Final = 30_527
PLACES: Final = 514
_FIRST_PLACE: Final = 2
_DISTANCES: Final = 32
_NEAR: Final = 8
_FAR: Final = 128
_TINY: Final = 1e-5
_OFF: Final = 0.1
_ITS_NAMES: Final = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
"""What it calls the pieces that stand for no word."""


class _Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(SIZE, SIZE)
        self.key = nn.Linear(SIZE, SIZE)
        self.value = nn.Linear(SIZE, SIZE)
        self.joined = nn.Linear(SIZE, SIZE)
        self.after_attention = nn.LayerNorm(SIZE, _TINY)
        self.wide = nn.Linear(SIZE, WIDE)
        self.narrow = nn.Linear(WIDE, SIZE)
        self.after_wide = nn.LayerNorm(SIZE, _TINY)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape

        def by_head(y: Tensor) -> Tensor:
            return y.view(rows, length, HEADS, SIZE // HEADS).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            by_head(self.query(x)), by_head(self.key(x)), by_head(self.value(x)), attn_mask=bias
        )
        seen = seen.transpose(1, 2).reshape(rows, length, SIZE)
        x = self.after_attention(x + functional.dropout(self.joined(seen), _OFF, self.training))
        wide = functional.gelu(self.wide(x))
        made: Tensor = self.after_wide(
            x + functional.dropout(self.narrow(wide), _OFF, self.training)
        )
        return made


class Teacher(nn.Module):
    """The encoder and the same heads as the small network has."""

    def __init__(self, ids: int, stances: int) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, SIZE)
        self.places = nn.Embedding(PLACES, SIZE)
        self.norm = nn.LayerNorm(SIZE, _TINY)
        self.distance = nn.Embedding(_DISTANCES, HEADS)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.head = nn.Linear(2 * SIZE, ids)
        self.near = nn.Linear(2 * SIZE, ids)
        self.stance = nn.Linear(2 * SIZE, stances)
        self.its_pieces: Tensor = torch.zeros(0, dtype=torch.long)
        with torch.no_grad():
            self.head.weight.mul_(0.3)
            self.head.bias.fill_(-4)
            self.near.bias.fill_(-4)

    def begin_from(self, base: Path) -> None:
        """Take over the weights of the base model, a file in safetensors form."""
        given = load_file(base)
        with torch.no_grad():
            for own, theirs in _names().items():
                self.get_parameter(own).copy_(given[theirs])

    def knows(self, ours: Sequence[str], its_words: Path) -> None:
        """Learn which of its pieces are which of ours; both cut words in the same way."""
        theirs = {
            piece: number
            for number, piece in enumerate(its_words.read_text(encoding="utf-8").split("\n"))
        }
        unknown = theirs["[UNK]"]
        self.its_pieces = torch.tensor(
            [theirs.get(_ITS_NAMES.get(piece, piece), unknown) for piece in ours]
        )

    def forward(
        self, pieces: Tensor, there: Tensor, judged: list[Judged]
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give the logits of the three heads, a row for each judged sentence.

        The pieces are those of the small network.
        """
        own = self.its_pieces[pieces]
        own = torch.where(there > 0, own, torch.ones_like(own))
        length = pieces.shape[1]
        places = self.places.weight[_FIRST_PLACE : _FIRST_PLACE + length]
        x = functional.dropout(self.norm(self.words(own) + places), _OFF, self.training)
        bias = self.distance(_distances(length)).permute(2, 0, 1)[None]
        bias = bias + (1 - there[:, None, None, :]) * -1e4
        if torch.is_autocast_enabled("cpu"):
            bias, x = bias.bfloat16(), x.bfloat16()
        for layer in self.layers:
            x = layer(x, bias)
        parts = functional.dropout(pooled(x.float(), judged), _OFF, self.training)
        return self.head(parts), self.near(parts), self.stance(parts)


def _distances(length: int) -> Tensor:
    """Give the class of the distance between every two places: exact near by, coarser further."""
    place = torch.arange(length)
    away = place[:, None] - place[None, :]
    ahead = (away < 0).long() * (_DISTANCES // 2)
    far = away.abs()
    coarse = (
        _NEAR
        + (
            torch.log(far.float().clamp(min=1) / _NEAR)
            / math.log(_FAR / _NEAR)
            * (_DISTANCES // 2 - _NEAR)
        ).long()
    )
    return ahead + torch.where(far < _NEAR, far, coarse.clamp(max=_DISTANCES // 2 - 1))


def _names() -> Mapping[str, str]:
    """Tell which of the base model's arrays belongs to which of ours."""
    found = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "distance.weight": "encoder.relative_attention_bias.weight",
    }
    pairs = {"norm": "embeddings.LayerNorm"}
    for number in range(LAYERS):
        theirs = f"encoder.layer.{number}"
        pairs |= {
            f"layers.{number}.query": f"{theirs}.attention.attn.q",
            f"layers.{number}.key": f"{theirs}.attention.attn.k",
            f"layers.{number}.value": f"{theirs}.attention.attn.v",
            f"layers.{number}.joined": f"{theirs}.attention.attn.o",
            f"layers.{number}.after_attention": f"{theirs}.attention.LayerNorm",
            f"layers.{number}.wide": f"{theirs}.intermediate.dense",
            f"layers.{number}.narrow": f"{theirs}.output.dense",
            f"layers.{number}.after_wide": f"{theirs}.output.LayerNorm",
        }
    for own, other in pairs.items():
        for part in ("weight", "bias"):
            found[f"{own}.{part}"] = f"{other}.{part}"
    return found
