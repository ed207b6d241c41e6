# Found at random: the task that closes a dropped generator is itself cancelled before it starts.
import asyncio
async def agen0(n):
    try:
        for i in range(n):
            yield i
    finally:
        print('finally', asyncio.current_task().get_name())
async def main():
    async with asyncio.timeout(2):
        async for i in agen0(1):
            await asyncio.sleep(5)
asyncio.run(main())
