# result(timeout) in a thread: its deadline counts once, though 1.1 + 0.1 is more than 1.2; 0 does not wait at all.
import asyncio
import time


def work(loop, timeout):
    time.sleep(0.1)
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.5, 'slept'), loop)
    try:
        return future.result(timeout)
    except TimeoutError:
        print(time.monotonic(), 'too late', timeout, future.cancel())


async def main():
    loop = asyncio.get_running_loop()
    time.sleep(1)
    for timeout in 0.1, 0, -1, None:
        task = asyncio.create_task(asyncio.to_thread(work, loop, timeout))
        loop.call_later(0.2, print, 'timer')
        print(await task)
        await asyncio.sleep(1)


asyncio.run(main())
