# The common mistake: coroutines instead of tasks given to wait().
import asyncio


async def work(n):
    await asyncio.sleep(n)


async def main():
    c = work(1)
    try:
        await asyncio.wait([c])
    except TypeError as e:
        print('TypeError:', e)
    c.close()
    for arg in [[], 5, asyncio.create_task(work(0))]:
        try:
            await asyncio.wait(arg)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, str(e).split(', not')[0])
    t = asyncio.create_task(work(0))
    try:
        await asyncio.wait([t], return_when='WHENEVER')
    except ValueError as e:
        print(e)


asyncio.run(main())
