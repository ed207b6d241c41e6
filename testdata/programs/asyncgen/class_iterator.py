# __aiter__ and __anext__ in a class, StopAsyncIteration.
import asyncio


class Poll:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        await asyncio.sleep(0.5)
        self.n -= 1
        return self.n


async def main():
    async for x in Poll(3):
        print(x)
    print([x async for x in Poll(2)], asyncio.get_running_loop().time(), await anext(aiter(Poll(5))))


asyncio.run(main())
