"""Debrief's turns, as a worker: `turns FOLDER PEOPLE durable|fast`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.benchmarks.house import Place, opened_house
from tests.benchmarks.moves import person_number
from tests.benchmarks.work import Turn, serve


async def _main(folder: str, people: str, how: str) -> None:
    place = Place(Path(folder))
    async with opened_house(place, durable=how == "durable") as house:

        async def hold(number: int) -> list[Turn]:
            candidate = await house.candidate(person_number(number, int(people)))
            return await candidate.ten()

        await serve(hold, {"megabytes": place.file.stat().st_size / 1_000_000})


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
