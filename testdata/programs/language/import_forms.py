# The forms of import, with aliases, also inside a function.
import asyncio as aio
import random, time
from asyncio import sleep, Queue as Q, gather
from random import (
    randint,
    choice as pick,
)


async def main():
    from time import monotonic
    start = monotonic()
    await gather(sleep(1), aio.sleep(2))
    q = Q()
    q.put_nowait(pick([7]))
    print(await q.get(), randint(4, 4), time.monotonic() - start)


aio.run(main())
print(random.__name__, aio.__name__)
