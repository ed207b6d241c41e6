# A coroutine on its way through to_thread() or an executor to run_coroutine_threadsafe() is not dropped; a future that is cancelled when the loop is closed.
import asyncio
import concurrent.futures
import time


async def task(seconds):
    await asyncio.sleep(seconds)
    return seconds


def work_with(loop, coro, timeout):
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    loop.call_soon_threadsafe(print, 'called from a thread', future.done())
    try:
        return future.result(timeout)
    except TimeoutError:
        print('cancelled from a thread', future.cancel())


async def exits():
    raise SystemExit(5)


async def main():
    loop = asyncio.get_running_loop()
    waiting = [asyncio.create_task(asyncio.to_thread(work_with, loop, task(0.1), timeout)) for timeout in (1, 0.05)]
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        waiting.append(loop.run_in_executor(pool, work_with, loop, task(0.2), 1))
        waiting.append(loop.run_in_executor(pool, work_with, loop, task(0.3), 1))
        print(await asyncio.gather(*waiting))
    asyncio.create_task(asyncio.to_thread(work_with, loop, exits(), 0.1))

asyncio.run(main())
