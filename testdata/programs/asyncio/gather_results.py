# gather keeps the order of its arguments, takes coroutines, tasks and futures, and may be empty.
import asyncio


async def val(x, delay):
    await asyncio.sleep(delay)
    return x


async def main():
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.2, fut.set_result, 'future')
    task = asyncio.create_task(val('task', 0.1))
    print(await asyncio.gather(val('slow', 3), task, fut, val('quick', 0)))
    print(await asyncio.gather())
    print(await asyncio.gather(*[val(i, -i) for i in range(5)]))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
