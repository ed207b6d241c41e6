# A thread that sleeps longer than main runs still wakes up in its place among the timers.
import asyncio
import time


def work(name):
    time.sleep(0.1)
    print(name)


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, work, 'thread before')
    loop.call_later(0.1, print, 'timer')
    loop.run_in_executor(None, work, 'thread after')


asyncio.run(main())
