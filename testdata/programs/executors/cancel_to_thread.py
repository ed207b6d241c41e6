# Cancelling the await of a thread does not stop the thread.
import asyncio
import time


def count(log):
    for i in range(4):
        time.sleep(1)
        log.append((i, time.monotonic()))


async def main():
    log = []
    t = asyncio.create_task(asyncio.to_thread(count, log))
    await asyncio.sleep(1.5)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled', log)
    await asyncio.sleep(5)
    print(log)


asyncio.run(main())
