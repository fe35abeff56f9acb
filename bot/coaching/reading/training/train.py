"""Trains the reader: `python -m bot.coaching.reading.training.train --base ... --teacher-base ...`.

First a larger network learns from the corpus, then the small one that is shipped learns from both,
the labels and what the larger one makes of each sentence. Writes `weights.npz` into the reader's
folder. Two hours on two cores. Needs the project's `train` extra.
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
from bot.coaching.reading.training.teacher import Teacher
from bot.coaching.reading.wordpiece import Pieces

BASE: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the base model's `model.safetensors` (all-MiniLM-L6-v2)."""
TEACHER_BASE: Final = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""SHA-256 of the larger base model's `model.safetensors` (all-mpnet-base-v2)."""

_ROUNDS: Final = 9
_SPEED: Final = 2e-4
_TEACHER_ROUNDS: Final = 8
_TEACHER_SPEED: Final = 6e-5
_PIECES_A_STEP: Final = 1_600
_TAUGHT: Final = 0.5
"""How much of what is learned is the larger network's view, and not the labels."""
_TAUGHT_FASTER: Final = 1.5
_HEADS_FASTER: Final = 10
_NEAR_MATTERS: Final = 0.3
_STANCE_MATTERS: Final = 0.3

log = logging.getLogger("training")


class WrongBase(Exception):
    """The file given is not the base model that the reader is trained from."""


def examples(corpus: Corpus, pieces: Pieces, chance: Random) -> list[Example]:
    """Make the examples of one round, each time with other slips and in another order."""
    found: list[Example] = []
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


def loss_of(net: Net | Teacher, step: Sequence[Example], teacher: Teacher | None) -> Tensor:
    """Tell how wrong the network is about a step, by the labels and by its teacher."""
    targets = [target for one in step for target in one.targets]
    shown = torch.from_numpy(np.stack([one.shown for one in targets]))
    counts = torch.from_numpy(np.stack([one.counts for one in targets]))
    near = torch.from_numpy(np.stack([one.near for one in targets]))
    stance = torch.tensor([one.stance for one in targets])
    laid_out = laid(step)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said, said_near, said_stance = net(*laid_out)
    # A look-alike counts double: it is the mistake that would hurt.
    wrong = functional.binary_cross_entropy_with_logits(said.float(), shown, reduction="none")
    loss = (wrong * counts * (1 + near)).sum()
    if teacher is not None:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            view, _, _ = teacher(*laid_out)
        # What is known to be a look-alike is one, whatever the teacher makes of it.
        view = torch.sigmoid(view.float()) * (1 - near)
        off = functional.binary_cross_entropy_with_logits(said.float(), view, reduction="none")
        off = (off * (1 + near)).sum()
        loss = (1 - _TAUGHT) * loss + _TAUGHT * _TAUGHT_FASTER * off
    wrong = functional.binary_cross_entropy_with_logits(said_near.float(), near, reduction="none")
    loss = (loss + _NEAR_MATTERS * wrong.sum()) / len(targets)
    if bool((stance != NO_STANCE).any()):
        loss = loss + _STANCE_MATTERS * functional.cross_entropy(
            said_stance.float(), stance, ignore_index=NO_STANCE
        )
    return loss


def train(
    net: Net | Teacher,
    corpus: Corpus,
    pieces: Pieces,
    *,
    rounds: int,
    rate: float,
    seed: int,
    teacher: Teacher | None = None,
) -> None:
    """Train a network on from where it stands."""
    torch.manual_seed(seed)
    chance = Random(seed)
    # The corpus has a small part of the words there are; the others keep their place among them.
    net.words.weight.requires_grad_(False)
    heads = [*net.head.parameters(), *net.near.parameters(), *net.stance.parameters()]
    own = {id(one) for one in heads}
    rest = [one for one in net.parameters() if one.requires_grad and id(one) not in own]
    mover = torch.optim.AdamW(
        [{"params": rest, "lr": rate}, {"params": heads, "lr": rate * _HEADS_FASTER}],
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
            loss = loss_of(net, step, teacher)
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
    net.eval()


def _checked(file: Path, expected: str) -> Path:
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != expected:
        raise WrongBase(f"{file} is another model ({found}); see training/README.md")
    return file


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="the small model's safetensors")
    parser.add_argument(
        "--teacher-base", type=Path, required=True, help="folder of the larger model"
    )
    parser.add_argument(
        "--teacher", type=Path, default=Path("teacher.pt"),
        help="the taught larger network: taken from there, or else made and kept there",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, default=WEIGHTS / "weights.npz")
    parser.add_argument("--without", nargs="*", default=[], help="hands to leave out")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    base = _checked(given.base, BASE)
    larger = _checked(given.teacher_base / "model.safetensors", TEACHER_BASE)
    words = (WEIGHTS / "words.txt").read_text(encoding="utf-8").splitlines()
    pieces = Pieces(words)
    corpus = load(corpus_files(given.without))
    log.info("%d accounts, %d lines", len(corpus.accounts), sum(map(len, corpus.lines.values())))
    teacher = Teacher(len(IDS), len(STANCES))
    teacher.knows(words, given.teacher_base / "vocab.txt")
    if given.teacher.exists():
        teacher.load_state_dict(torch.load(given.teacher))
        teacher.eval()
    else:
        teacher.begin_from(larger)
        train(teacher, corpus, pieces, rounds=_TEACHER_ROUNDS, rate=_TEACHER_SPEED, seed=given.seed)
        torch.save(teacher.state_dict(), given.teacher)
    torch.manual_seed(given.seed)
    net = Net(len(IDS), len(STANCES))
    net.begin_from(base)
    train(
        net, corpus, pieces,
        rounds=given.rounds, rate=_SPEED, seed=given.seed, teacher=teacher,
    )  # fmt: skip
    write({name: one.numpy() for name, one in net.state_dict().items()}, given.out)


if __name__ == "__main__":
    main()
