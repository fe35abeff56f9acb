"""Another person's turns beside a long account, as a worker: `beside FOLDER LENGTH WHAT`.

Each conversation that it is told to hold is one account. The first turn that it gives is that of
the person who tells it: the account itself ("taken"), the "that's all" after which it is read
("read"), or the first answer after that ("after"). The others are those of the other person
meanwhile. With a length of 0 there is no account, and the first turn is nobody's.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Final

from tests.benchmarks.house import Place, opened_house
from tests.benchmarks.moves import MOVES, Move, account
from tests.benchmarks.work import Turn, serve

_AFTER: Final = ("taken", "read", "after")


async def _main(folder: str, length: str, what: str) -> None:
    text = account(int(length))
    async with opened_house(Place(Path(folder)), durable=False) as house:
        teller, other = await house.candidate(0), await house.candidate(1)
        for warm in (teller, other):
            await warm.ten()

        async def hold(_number: int) -> list[Turn]:
            if not text:
                return [Turn(0, 0), *await other.ten()]
            await teller.begin()
            answers = [*(answer for _, answer in MOVES[:2]), text, Move.DONE, Move.SKIP]
            *before, last = answers[: 3 + _AFTER.index(what)]
            for answer in before:
                await teller.give(answer)
            if other.told is None or other.place == len(MOVES):
                await other.begin()
            told = asyncio.create_task(teller.give(last))
            meanwhile: list[Turn] = []
            while not told.done():
                meanwhile.append(await other.next())
            return [await told, *meanwhile]

        await serve(hold, {})


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
