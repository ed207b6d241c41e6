# to_thread runs blocking functions side by side and brings results and exceptions.
import asyncio
import time


def block(name, seconds):
    time.sleep(seconds)
    if seconds == 2:
        raise ValueError(name)
    return name, seconds


async def main():
    start = time.monotonic()
    r = await asyncio.gather(*(asyncio.to_thread(block, n, seconds=s) for n, s in [('a', 3), ('b', 2), ('c', 1)]),
                             return_exceptions=True)
    print(r, time.monotonic() - start)
    print(await asyncio.to_thread(len, 'four'), await asyncio.to_thread(lambda: 5))


asyncio.run(main())
