import asyncio
import time


async def download(name):
    for part in range(3):
        await asyncio.sleep(0.5)  # no await: nobody else gets a turn
        print(f"{name}: part {part}")


async def ticker():
    for _ in range(4):
        await asyncio.sleep(0.25)
        print("tick")


async def main():
    started = time.monotonic()
    await asyncio.gather(download("a"), download("b"), ticker())
    print(f"took {time.monotonic() - started:.2f} s")


asyncio.run(main())
