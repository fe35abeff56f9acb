"""Trains the reader: `python -m bot.coaching.reading.training.train --base model.safetensors`.

Takes the corpus and the base model's weights, and writes `weights.npz` into the reader's folder.
About half an hour on two cores. Needs the project's `train` extra.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from bot.coaching.reading.training.examples import (
    IDS,
    NO_STANCE,
    STANCES,
    WEIGHTS,
    Corpus,
    Example,
    corpus_files,
    load,
    of_account,
    of_lines,
)
from bot.coaching.reading.training.net import Judged, Net
from bot.coaching.reading.training.pack import write
from bot.coaching.reading.training.slips import typist
from bot.coaching.reading.wordpiece import Pieces

BASE: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the base model's `model.safetensors` (all-MiniLM-L6-v2)."""

_ROUNDS: Final = 9
_ACCOUNTS_AGAIN: Final = 2
"""Whole accounts are learned from so often a round: they are what is read later."""
_PIECES_A_STEP: Final = 1_600
_SPEED: Final = 1e-4
_HEADS_FASTER: Final = 10
_NEAR_MATTERS: Final = 0.3
_STANCE_MATTERS: Final = 0.3

log = logging.getLogger("training")


class WrongBase(Exception):
    """The file given is not the base model that the reader is trained from."""


def examples(corpus: Corpus, pieces: Pieces, chance: Random) -> list[Example]:
    """Make the examples of one round, each time with other slips and in another order."""
    found: list[Example] = []
    for _ in range(_ACCOUNTS_AGAIN):
        for account in corpus.accounts:
            found += of_account(account, pieces, typist(chance))
    for lines in corpus.lines.values():
        found += of_lines(lines, pieces, lambda: typist(chance), chance)
    return found


def steps(found: list[Example], chance: Random) -> list[list[Example]]:
    """Put examples of about the same length together: less padding is less work."""
    chance.shuffle(found)
    made: list[list[Example]] = []
    for at in range(0, len(found), 800):
        step: list[Example] = []
        for one in sorted(found[at : at + 800], key=lambda example: len(example.pieces)):
            if step and (len(step) + 1) * len(one.pieces) > _PIECES_A_STEP:
                made.append(step)
                step = []
            step.append(one)
        if step:
            made.append(step)
    chance.shuffle(made)
    return made


def laid(step: Sequence[Example]) -> tuple[Tensor, Tensor, list[Judged]]:
    """Lay a step out for the network: the pieces, which of them are there, what is judged."""
    longest = max(len(one.pieces) for one in step)
    pieces = torch.zeros(len(step), longest, dtype=torch.long)
    there = torch.zeros(len(step), longest)
    judged: list[Judged] = []
    for row, one in enumerate(step):
        pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
        there[row, : len(one.pieces)] = 1
        judged += [(row, first, past) for first, past in one.judged]
    return pieces, there, judged


def loss_of(net: Net, step: Sequence[Example]) -> Tensor:
    """Tell how wrong the network is about a step."""
    targets = [target for one in step for target in one.targets]
    shown = torch.from_numpy(np.stack([one.shown for one in targets]))
    counts = torch.from_numpy(np.stack([one.counts for one in targets]))
    near = torch.from_numpy(np.stack([one.near for one in targets]))
    stance = torch.tensor([one.stance for one in targets])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said, said_near, said_stance = net(*laid(step))
    # A look-alike counts double: it is the mistake that would hurt.
    wrong = functional.binary_cross_entropy_with_logits(said.float(), shown, reduction="none")
    loss = (wrong * counts * (1 + near)).sum()
    wrong = functional.binary_cross_entropy_with_logits(said_near.float(), near, reduction="none")
    loss = (loss + _NEAR_MATTERS * wrong.sum()) / len(targets)
    if bool((stance != NO_STANCE).any()):
        loss = loss + _STANCE_MATTERS * functional.cross_entropy(
            said_stance.float(), stance, ignore_index=NO_STANCE
        )
    return loss


def trained(corpus: Corpus, pieces: Pieces, base: Path, rounds: int, seed: int) -> Net:
    """Train a network from the base model."""
    torch.manual_seed(seed)
    chance = Random(seed)
    net = Net(len(IDS), len(STANCES))
    net.begin_from(base)
    # The corpus has a small part of the words there are; the others keep their place among them.
    net.words.weight.requires_grad_(False)
    heads = [*net.head.parameters(), *net.near.parameters(), *net.stance.parameters()]
    own = {id(one) for one in heads}
    rest = [one for one in net.parameters() if one.requires_grad and id(one) not in own]
    mover = torch.optim.AdamW(
        [{"params": rest, "lr": _SPEED}, {"params": heads, "lr": _SPEED * _HEADS_FASTER}],
        weight_decay=0.01,
    )
    first = steps(examples(corpus, pieces, chance), chance)
    whole = len(first) * rounds
    speed = torch.optim.lr_scheduler.LambdaLR(
        mover, lambda at: min(1.0, at / (whole * 0.06) + 0.01) * max(0.02, 1 - at / whole)
    )
    start = time.monotonic()
    net.train()
    for number in range(rounds):
        now = first if number == 0 else steps(examples(corpus, pieces, chance), chance)
        total = 0.0
        for step in now:
            loss = loss_of(net, step)
            mover.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            mover.step()
            speed.step()
            total += float(loss.detach())
        log.info(
            "round %d of %d: loss %.3f after %.0f s",
            number + 1, rounds, total / len(now), time.monotonic() - start,
        )  # fmt: skip
    return net.eval()


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="the base model's safetensors")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "weights.npz")
    parser.add_argument("--without", nargs="*", default=[], help="hands to leave out")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    found = hashlib.sha256(given.base.read_bytes()).hexdigest()
    if found != BASE:
        raise WrongBase(f"{given.base} is another model ({found}); see training/README.md")
    pieces = Pieces((WEIGHTS / "words.txt").read_text(encoding="utf-8").splitlines())
    corpus = load(corpus_files(given.without))
    log.info("%d accounts, %d lines", len(corpus.accounts), sum(map(len, corpus.lines.values())))
    net = trained(corpus, pieces, given.base, given.rounds, given.seed)
    write({name: one.numpy() for name, one in net.state_dict().items()}, given.out)


if __name__ == "__main__":
    main()
