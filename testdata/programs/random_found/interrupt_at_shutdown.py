# A KeyboardInterrupt while asyncio.run() cancels the rest keeps its own context.
import asyncio


async def interrupts():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyboardInterrupt


async def main():
    asyncio.create_task(interrupts())
    await asyncio.sleep(0)
    raise ValueError


asyncio.run(main())
