import asyncio
import time


async def measure(room, seconds):
    await asyncio.sleep(seconds)
    return f"{room} 19 degrees"


async def main():
    started = time.monotonic()
    loop = asyncio.get_running_loop()
    coroutine = measure("kitchen", 1)
    task = asyncio.create_task(measure("cellar", 2), name="cellar")
    future = loop.create_future()
    loop.call_later(4, future.set_result, "attic 31 degrees")

    for awaitable in coroutine, task, future:
        answer = await awaitable
        print(f"{time.monotonic() - started:.0f} s: {answer}")


asyncio.run(main())
