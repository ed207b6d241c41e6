# Waiting for an event that is never set hangs.
import asyncio


async def main():
    ev = asyncio.Event()
    t = asyncio.create_task(ev.wait())
    await asyncio.sleep(1)
    print(t.done())
    await t


asyncio.run(main())
