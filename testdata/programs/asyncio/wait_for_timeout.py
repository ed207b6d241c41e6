# wait_for cancels what is late, waits until it has ended, then raises TimeoutError.
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('being cancelled')
        await asyncio.sleep(0.5)
        print('cleaned up')
        raise


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(work(), timeout=1)
    except asyncio.TimeoutError as e:
        print(loop.time(), repr(e), type(e) is TimeoutError, repr(e.__cause__))
    t = asyncio.create_task(work())
    try:
        await asyncio.wait_for(t, 1)
    except TimeoutError:
        print(loop.time(), t.cancelled())
    for d in (0, -1):
        try:
            await asyncio.wait_for(work(), d)
        except TimeoutError:
            print('not started', d)


asyncio.run(main())
