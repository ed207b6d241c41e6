# A cancelled waiter leaves the line; the lock goes to the next one.
import asyncio


async def use(name, lock):
    try:
        async with lock:
            print(name, 'in')
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, 'cancelled')


async def main():
    lock = asyncio.Lock()
    ts = [asyncio.create_task(use(n, lock)) for n in 'abcd']
    await asyncio.sleep(0.5)
    ts[1].cancel()
    ts[0].cancel()
    await asyncio.gather(*ts)
    print(lock.locked(), asyncio.get_running_loop().time())


asyncio.run(main())
