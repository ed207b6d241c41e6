# SIGINT cancels the main task of asyncio.run(), which then raises KeyboardInterrupt; a second one raises at once.
import asyncio
import signal


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child cancelled")
        raise


async def main(times):
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    try:
        for i in range(times):
            signal.raise_signal(signal.SIGINT)
            print("sent", i)
        await task
    except asyncio.CancelledError:
        print("main cancelled")
        raise
    finally:
        print("clean up")


for times in (1, 2):
    try:
        asyncio.run(main(times))
    except KeyboardInterrupt as e:
        print("KeyboardInterrupt", repr(e.__context__))


async def swallows():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "swallowed"


print(asyncio.run(swallows()))
