# Work and timeout due at the same instant: the timer that was set first wins.
import asyncio


async def work():
    await asyncio.sleep(1)
    return 'in time'


async def main():
    try:
        print(await asyncio.wait_for(work(), 1))
    except TimeoutError:
        print('timeout')
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(t, 1))
    except TimeoutError:
        print('timeout', t.cancelled())


asyncio.run(main())
