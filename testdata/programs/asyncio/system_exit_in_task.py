# SystemExit in a task leaves the run with its status.
import asyncio


async def quitter():
    await asyncio.sleep(1)
    raise SystemExit(7)


async def main():
    asyncio.create_task(quitter())
    try:
        await asyncio.sleep(10)
    finally:
        print('main leaves')


asyncio.run(main())
