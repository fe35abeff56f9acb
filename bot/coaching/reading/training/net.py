"""The network while it is trained, in torch: the same sums as `reading.encoder` does in numpy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from bot.coaching.reading.training.pack import LAYERS

SIZE: Final = 384
HEADS: Final = 12
WIDE: Final = 1536
PIECES: Final = 30_522
PLACES: Final = 512
_TINY: Final = 1e-12
_OFF: Final = 0.1
"""The part of the numbers that is left out at random, so that none is relied upon."""

Judged = tuple[int, int, int]
"""A sentence in a batch: its row, its first piece, and the one past its last."""


class Layer(nn.Module):
    """One layer of the encoder."""

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

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """Run the layer; `there` tells the pieces from the padding."""
        rows, length, _ = x.shape

        def by_head(y: Tensor) -> Tensor:
            return y.view(rows, length, HEADS, SIZE // HEADS).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            by_head(self.query(x)), by_head(self.key(x)), by_head(self.value(x)), attn_mask=there
        )
        seen = seen.transpose(1, 2).reshape(rows, length, SIZE)
        x = self.after_attention(x + functional.dropout(self.joined(seen), _OFF, self.training))
        wide = functional.gelu(self.wide(x), approximate="tanh")
        made: Tensor = self.after_wide(
            x + functional.dropout(self.narrow(wide), _OFF, self.training)
        )
        return made


class Net(nn.Module):
    """The encoder and its heads: the ids shown, what only looks like them, and the stance."""

    def __init__(self, ids: int, stances: int) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, SIZE)
        self.places = nn.Embedding(PLACES, SIZE)
        self.kind = nn.Embedding(2, SIZE)
        self.norm = nn.LayerNorm(SIZE, _TINY)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(2 * SIZE, ids)
        self.near = nn.Linear(2 * SIZE, ids)
        self.stance = nn.Linear(2 * SIZE, stances)
        with torch.no_grad():
            # Most sentences show most things not at all: begin from there.
            self.head.bias.fill_(-4)
            self.near.bias.fill_(-4)

    def begin_from(self, base: Path) -> None:
        """Take over the weights of the base model, a file in safetensors form."""
        given = load_file(base)
        with torch.no_grad():
            for own, theirs in _names().items():
                self.get_parameter(own).copy_(given[theirs])

    def forward(
        self, pieces: Tensor, there: Tensor, judged: list[Judged]
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give the logits of the three heads, a row for each judged sentence."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind.weight[0]
        x = functional.dropout(self.norm(x), _OFF, self.training)
        mask = there[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, mask)
        x = x.float()
        parts = functional.dropout(pooled(x, judged), _OFF, self.training)
        return self.head(parts), self.near(parts), self.stance(parts)


def pooled(x: Tensor, judged: list[Judged]) -> Tensor:
    """Give the mean and the highest of each number over the pieces of each sentence."""
    rows, length, size = x.shape
    row = torch.tensor([one[0] for one in judged])
    first = torch.tensor([one[1] for one in judged])
    past = torch.tensor([one[2] for one in judged])
    running = torch.cat([torch.zeros(rows, 1, size), x.cumsum(1)], 1)
    mean = (running[row, past] - running[row, first]) / (past - first)[:, None]
    steps = first[:, None] + torch.arange(int((past - first).max()))
    outside = steps >= past[:, None]
    picked = x[row[:, None], steps.clamp(max=length - 1)]
    highest = picked.masked_fill(outside[..., None], -1e4).max(1).values
    return torch.cat([mean, highest], 1)


def _names() -> Mapping[str, str]:
    """Tell which of the base model's arrays belongs to which of ours."""
    found = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "kind.weight": "embeddings.token_type_embeddings.weight",
    }
    pairs = {"norm": "embeddings.LayerNorm"}
    for number in range(LAYERS):
        theirs = f"encoder.layer.{number}"
        pairs |= {
            f"layers.{number}.query": f"{theirs}.attention.self.query",
            f"layers.{number}.key": f"{theirs}.attention.self.key",
            f"layers.{number}.value": f"{theirs}.attention.self.value",
            f"layers.{number}.joined": f"{theirs}.attention.output.dense",
            f"layers.{number}.after_attention": f"{theirs}.attention.output.LayerNorm",
            f"layers.{number}.wide": f"{theirs}.intermediate.dense",
            f"layers.{number}.narrow": f"{theirs}.output.dense",
            f"layers.{number}.after_wide": f"{theirs}.output.LayerNorm",
        }
    for own, other in pairs.items():
        for part in ("weight", "bias"):
            found[f"{own}.{part}"] = f"{other}.{part}"
    return found
