# A thread of the program's own executor runs to its end after the error that ended the main module.
import asyncio
import concurrent.futures
import time

pool = concurrent.futures.ThreadPoolExecutor(1)


def work(name):
    time.sleep(0.3)
    print(name, time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    first = loop.run_in_executor(pool, work, 'first')
    second = loop.run_in_executor(pool, work, 'second')
    third = loop.run_in_executor(pool, work, 'third')
    print(second.cancel(), second.cancelled())
    print(repr(loop.run_in_executor(None, time.sleep, 0.1)))
    raise ValueError


asyncio.run(main())
