# __await__ as a generator and delegating to a coroutine; async constructors.
import asyncio


class Delay:
    def __init__(self, d):
        self.d = d

    def __await__(self):
        print('awaiting', self.d)
        yield from asyncio.sleep(self.d).__await__()
        return f'waited {self.d}'


class Client:
    def __await__(self):
        return self.connect().__await__()

    async def connect(self):
        await asyncio.sleep(1)
        self.ready = True
        return self


class Bad:
    def __await__(self):
        return 5


async def main():
    print(await Delay(2), (await Client()).ready)
    print(await asyncio.gather(Delay(1), Delay(0.5)), asyncio.get_running_loop().time())
    try:
        await Bad()
    except TypeError as e:
        print(e)
    try:
        asyncio.create_task(Delay(1))
    except TypeError as e:
        print(str(e).split('<')[0])


asyncio.run(main())
