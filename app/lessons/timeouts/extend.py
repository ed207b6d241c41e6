import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as deadline:
            for part in range(5):
                await asyncio.sleep(0.8)
                print("part", part)
                if part < 2:  # news: wait a little longer
                    deadline.reschedule(loop.time() + 1)
    except TimeoutError:
        print("nothing new for a second")


asyncio.run(main())
