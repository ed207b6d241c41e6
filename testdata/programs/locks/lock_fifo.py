# Lock: FIFO hand-over, locked(), release by the holder only.
import asyncio


async def use(name, lock):
    print(name, 'wants')
    async with lock:
        print(name, 'has it at', asyncio.get_running_loop().time())
        await asyncio.sleep(1)
    print(name, 'released')


async def main():
    lock = asyncio.Lock()
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    await asyncio.gather(*(use(n, lock) for n in 'abc'))


asyncio.run(main())
