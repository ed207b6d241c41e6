# How many passes of the loop pass before an awaiter goes on: direct await, task, gather.
import asyncio


async def nothing():
    pass


async def count(label, start):
    loop = asyncio.get_running_loop()
    n = 0
    done = False

    def tick():
        nonlocal n
        if not done:
            n += 1
            loop.call_soon(tick)
    loop.call_soon(tick)
    await start()
    done = True
    print(label, n)
    await asyncio.sleep(1)


async def main():
    await count('await', nothing)
    await count('sleep(0)', lambda: asyncio.sleep(0))
    await count('task', lambda: asyncio.create_task(nothing()))
    await count('gather', lambda: asyncio.gather(nothing()))
    await count('gather 3', lambda: asyncio.gather(nothing(), nothing(), nothing()))
    await count('empty gather', lambda: asyncio.gather())
    await count('wait_for', lambda: asyncio.wait_for(nothing(), 1))
    await count('wait_for 0', lambda: asyncio.wait_for(asyncio.sleep(0), None))


asyncio.run(main())
