# staggered_race: the next one starts after the delay or a failure; the winner cancels the rest.
import asyncio
from asyncio.staggered import staggered_race


def starter(name, seconds, fails=False):
    async def run():
        loop = asyncio.get_running_loop()
        print(loop.time(), name, 'starts')
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            print(loop.time(), name, 'cancelled')
            raise
        if fails:
            raise OSError(name)
        return name
    return run


async def main():
    print(await staggered_race([starter('a', 5), starter('b', 1, True), starter('c', 2), starter('d', 1)], 1.5))
    print(await staggered_race([starter('x', 1, True), starter('y', 1, True)], None))


asyncio.run(main())
