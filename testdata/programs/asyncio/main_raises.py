# An exception of main goes out of asyncio.run, with background tasks cancelled first.
import asyncio


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        print('background leaves')


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(1)
    raise RuntimeError('main failed')


asyncio.run(main())
