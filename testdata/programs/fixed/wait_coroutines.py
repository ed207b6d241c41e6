import asyncio


async def race(runner, seconds):
    await asyncio.sleep(seconds)
    return runner


async def main():
    done, pending = await asyncio.wait(
        [asyncio.create_task(race("hare", 0.4)), asyncio.create_task(race("tortoise", 0.9))],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print("first:", done.pop().result(), "- still running:", len(pending))


asyncio.run(main())
