# async with: __aenter__ and __aexit__ suspend; cancellation runs __aexit__.
import asyncio


class Conn:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(1)
        print('open', self.name, asyncio.get_running_loop().time())
        return self

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(1)
        print('close', self.name, kind and kind.__name__, asyncio.get_running_loop().time())


async def use():
    async with Conn('a') as a, Conn('b'):
        print(a.name)
        await asyncio.sleep(10)


async def main():
    t = asyncio.create_task(use())
    await asyncio.sleep(4)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    try:
        async with open:
            pass
    except TypeError as e:
        print(e)
    try:
        with Conn('c'):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
