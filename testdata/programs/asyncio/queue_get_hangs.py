# get() of an empty queue that nobody fills hangs; finally blocks do not run.
import asyncio


async def main():
    q = asyncio.Queue()
    try:
        await q.get()
    finally:
        print('not printed')


print('before')
asyncio.run(main())
