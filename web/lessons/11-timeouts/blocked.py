import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            time.sleep(3)
            print(f"still inside at {loop.time():.1f} s")
            await asyncio.sleep(5)
    except TimeoutError:
        print(f"timed out at {loop.time():.1f} s")


asyncio.run(main())
