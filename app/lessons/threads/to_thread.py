import asyncio
import time


def read_disk():
    time.sleep(2)  # blocks its thread, not the loop
    return "file"


async def blink():
    for _ in range(4):
        await asyncio.sleep(0.5)
        print("blink")


async def main():
    text, _ = await asyncio.gather(asyncio.to_thread(read_disk), blink())
    print("read", text)


asyncio.run(main())
