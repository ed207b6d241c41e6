import asyncio


async def race(runner, seconds):
    await asyncio.sleep(seconds)
    return runner


async def main():
    done, pending = await asyncio.wait(
        [race("hare", 0.4), race("tortoise", 0.9)],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print("first:", done.pop().result(), "- still running:", len(pending))


asyncio.run(main())
