# call_soon_threadsafe and run_coroutine_threadsafe out of a thread.
import asyncio
import time


async def coro(x):
    await asyncio.sleep(1)
    return x * 2


def thread(loop, ev):
    time.sleep(1)
    loop.call_soon_threadsafe(ev.set)
    f = asyncio.run_coroutine_threadsafe(coro(21), loop)
    return f.result()


async def main():
    loop, ev = asyncio.get_running_loop(), asyncio.Event()
    job = asyncio.create_task(asyncio.to_thread(thread, loop, ev))
    await ev.wait()
    print('event at', loop.time())
    print(await job, loop.time())


asyncio.run(main())
