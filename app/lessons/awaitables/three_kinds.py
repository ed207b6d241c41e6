import asyncio


async def compute(n):
    await asyncio.sleep(0.5)
    return n * n


async def main():
    coroutine = compute(2)
    task = asyncio.create_task(compute(3))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.8, future.set_result, "from outside")

    print("coroutine:", await coroutine)
    print("task:", await task)
    print("future:", await future)


asyncio.run(main())
