import asyncio
from contextlib import asynccontextmanager, suppress

EVERY = 0.5  #@param {type:"slider", min:0.1, max:2, step:0.1}


@asynccontextmanager
async def heartbeat(seconds):
    async def beat():
        while True:
            await asyncio.sleep(seconds)
            print("still alive")

    task = asyncio.create_task(beat(), name="heartbeat")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def main():
    async with heartbeat(EVERY):
        await asyncio.sleep(2.2)  # the work
        print("the work is done")


asyncio.run(main())
