"""Another person's turns while a long account is being read, as a worker: `beside FOLDER LENGTH`.

Each conversation that it is told to hold is one reading: the first turn that it gives is that of
the person whose account is read, the others are those of the other person meanwhile. With a length
of 0 nothing is read, and the first turn is nobody's.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.benchmarks.house import Candidate, Place, opened_house
from tests.benchmarks.moves import MOVES, Move, account
from tests.benchmarks.work import Turn, serve


async def _main(folder: str, length: str) -> None:
    async with opened_house(Place(Path(folder)), durable=False) as house:
        teller, other = await house.candidate(0), await house.candidate(1)
        for warm in (teller, other):
            await warm.ten()

        async def hold(_number: int) -> list[Turn]:
            if length == "0":
                return [Turn(0, 0), *await other.ten()]
            await _told(teller, account(int(length)))
            reading = asyncio.create_task(teller.give(Move.DONE))
            # Until the next trip to the database: then the reading is on its way.
            await asyncio.sleep(0)
            meanwhile: list[Turn] = []
            while not reading.done():
                meanwhile.append(await other.next())
            return [await reading, *meanwhile]

        await serve(hold, {})


async def _told(teller: Candidate, text: str) -> None:
    await teller.begin()
    for _, answer in MOVES[:2]:
        await teller.give(answer)
    await teller.give(text)


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
