# Found at random: an asynchronous generator is dropped before the lock is released around its loop.
import asyncio
T = []
async def agen0(n):
    for i in range(n):
        yield i
async def coro0():
    pass
async def coro3():
    T.append(asyncio.create_task(coro0()))
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
async def coro4():
    async with lock:
        async for i in agen0(1):
            print(await coro3())
async def main():
    global lock
    lock = asyncio.Lock()
    T.append(asyncio.create_task(coro4()))
    T.append(asyncio.create_task(coro4()))
    print(await asyncio.gather(*T, return_exceptions=True))
    print([t.get_name() for t in T])
asyncio.run(main())
