"""The trained network written as the product carries it: whole numbers of eight bits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

LAYERS: Final = 6
Rows = np.ndarray[Any, np.dtype[np.float32]]


def packed(state: Mapping[str, Rows]) -> dict[str, Any]:
    """Give the arrays of `weights.npz` for the state of a trained network, by their names."""
    found: dict[str, Any] = {"layers": np.array(LAYERS)}
    _rows(found, "words", state["words.weight"])
    # The one kind of text is told apart by nothing, so its vector is part of every place's.
    _rows(found, "places", state["places.weight"][:PLACES] + state["kind.weight"][0])
    _plain(found, "norm", state)
    for number in range(LAYERS):
        own = f"layers.{number}"
        name = f"layer.{number}"
        for kind in ("weight", "bias"):
            joined = np.concatenate(
                [state[f"{own}.{one}.{kind}"] for one in ("query", "key", "value")]
            )
            if kind == "weight":
                _rows(found, f"{name}.attention.weight", joined)
            else:
                found[f"{name}.attention.bias"] = joined.astype(np.float32)
        for one in ("joined", "wide", "narrow"):
            _rows(found, f"{name}.{one}.weight", state[f"{own}.{one}.weight"])
            found[f"{name}.{one}.bias"] = state[f"{own}.{one}.bias"].astype(np.float32)
        for one in ("after_attention", "after_wide"):
            _plain(found, f"{name}.{one}", state, f"{own}.{one}")
    _rows(found, "out.weight", state["head.weight"])
    found["out.bias"] = state["head.bias"].astype(np.float32)
    # Learned afterwards, by `training.skills`; until then nothing is one.
    _rows(found, "skill.weight", np.zeros((1, state["head.weight"].shape[1] // 2), np.float32))
    found["skill.bias"] = np.full(1, -10, np.float32)
    return found


PLACES = 320
"""Positions kept: more than a window has."""


def _rows(found: dict[str, Any], name: str, weight: Rows) -> None:
    scale = np.maximum(np.abs(weight).max(1), 1e-8) / 127
    found[name] = np.rint(weight / scale[:, None]).astype(np.int8)
    found[f"{name}.scale"] = scale.astype(np.float32)


def _plain(
    found: dict[str, Any],
    name: str,
    state: Mapping[str, Rows],
    own: str | None = None,
) -> None:
    for kind in ("weight", "bias"):
        found[f"{name}.{kind}"] = state[f"{own or name}.{kind}"].astype(np.float32)


def add_skills(file: Path, weight: Rows, bias: float) -> None:
    """Put what tells the name of a missing skill into `weights.npz`."""
    with np.load(file) as kept:
        arrays: dict[str, Any] = dict(kept)
    _rows(arrays, "skill.weight", weight[None, :])
    arrays["skill.bias"] = np.array([bias], np.float32)
    with file.open("wb") as out:
        np.savez_compressed(out, **arrays)


def write(state: Mapping[str, Rows], file: Path) -> None:
    """Write `weights.npz`."""
    with file.open("wb") as out:
        np.savez_compressed(out, **packed(state))
