# Barrier: parties leave together, the index, reset and abort.
import asyncio


async def party(i, barrier):
    await asyncio.sleep(i)
    async with barrier as position:
        print(i, position, asyncio.get_running_loop().time())


async def waiter(b):
    try:
        await b.wait()
    except asyncio.BrokenBarrierError as e:
        print('broken', repr(e))


async def main():
    b = asyncio.Barrier(3)
    await asyncio.gather(*(party(i, b) for i in range(3)))
    print(b.parties, b.n_waiting, b.broken)
    t = asyncio.create_task(waiter(b))
    await asyncio.sleep(0)
    print(b.n_waiting)
    await b.abort()
    await t
    print(b.broken)
    await b.reset()
    print(b.broken)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)


asyncio.run(main())
