# Awaiting a future that nobody resolves hangs after the timers are through.
import asyncio


async def ticker():
    for i in range(3):
        await asyncio.sleep(1)
        print('tick', i)


async def main():
    t = asyncio.create_task(ticker())
    await asyncio.get_running_loop().create_future()


asyncio.run(main())
