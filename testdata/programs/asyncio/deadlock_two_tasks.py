# Two tasks that await each other's queue hang.
import asyncio


async def forward(a, b, name):
    item = await a.get()
    print(name, item)
    await b.put(item)


async def main():
    x, y = asyncio.Queue(), asyncio.Queue()
    await asyncio.gather(forward(x, y, 'left'), forward(y, x, 'right'))


asyncio.run(main())
