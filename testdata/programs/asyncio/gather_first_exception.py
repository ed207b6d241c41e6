# The first exception goes to the awaiter at once; the siblings run on.
import asyncio


async def work(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(name)
        print(f'{name} finished')
        return name
    finally:
        print(f'{name} leaves')


async def main():
    try:
        await asyncio.gather(work('a', 1), work('b', 2, True), work('c', 3), work('d', 4, True))
    except ValueError as e:
        print('caught', e, asyncio.get_running_loop().time())
    await asyncio.sleep(5)
    print('end')


asyncio.run(main())
