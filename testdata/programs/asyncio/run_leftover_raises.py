# A leftover task that fails while being cancelled is reported, and the run goes on.
import asyncio


async def bad():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError('in cleanup')


async def main():
    asyncio.create_task(bad())
    await asyncio.sleep(1)
    print('main ends')


asyncio.run(main())
print('after')
