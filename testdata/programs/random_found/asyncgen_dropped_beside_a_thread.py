# Found at random: an asynchronous generator is dropped while a thread sleeps.
import asyncio, time
async def agen0(n):
    try:
        for i in range(n):
            yield i
    finally:
        print('finally', asyncio.current_task().get_name())
def work(n):
    time.sleep(n)
async def main():
    asyncio.create_task(asyncio.to_thread(work, 1))
    async for i in agen0(1):
        await asyncio.sleep(0.1)
        1/0
asyncio.run(main())
