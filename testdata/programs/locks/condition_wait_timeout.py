# A timed-out wait() takes the lock again before it raises.
import asyncio


async def waiter(cond):
    async with cond:
        try:
            await asyncio.wait_for(cond.wait(), 1)
        except TimeoutError:
            print('timeout', cond.locked(), asyncio.get_running_loop().time())


async def main():
    cond = asyncio.Condition(asyncio.Lock())
    t = asyncio.create_task(waiter(cond))
    await asyncio.sleep(0.5)
    async with cond:
        await asyncio.sleep(2)
        print('holder lets go')
    await t


asyncio.run(main())
