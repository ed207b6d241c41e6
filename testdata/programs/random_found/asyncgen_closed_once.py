# Seed 604939: the end of asyncio.run() does not close a second time what the drop of a generator is closing.
import asyncio
T = []
async def agen0(n):
    try:
        for i in range(n):
            yield i
    finally:
        await asyncio.gather(asyncio.sleep(0, 1))
        print('closed')
async def coro2(future):
    async for i in agen0(1):
        await asyncio.gather(future)
async def main():
    T.append(asyncio.create_task(coro2(asyncio.get_running_loop().create_future())))
    await asyncio.sleep(0)
asyncio.run(main())
print(T[0].cancelled())
