# ensure_future makes a task of a coroutine and gives futures back as they are.
import asyncio


async def one():
    return 1


async def main():
    t = asyncio.ensure_future(one())
    f = asyncio.get_running_loop().create_future()
    print(type(t).__name__, asyncio.ensure_future(t) is t, asyncio.ensure_future(f) is f, asyncio.isfuture(t), asyncio.isfuture(one), asyncio.iscoroutine(c := one()), asyncio.iscoroutinefunction(one))
    c.close()
    print(await t)
    try:
        asyncio.ensure_future(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
