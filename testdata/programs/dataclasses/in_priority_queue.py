# A dataclass with order=True as the item of a PriorityQueue.
import asyncio
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Item:
    priority: int
    payload: Any = field(compare=False)


async def main():
    q = asyncio.PriorityQueue()
    for i in [Item(3, 'low'), Item(1, {'first': 1}), Item(2, None), Item(1, 'second')]:
        await q.put(i)
    while not q.empty():
        print(await q.get())


asyncio.run(main())
