# Found at random: a traceback that holds a task does not hold what the task lets go later.
import asyncio
T = []
class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0.2)
    async def __aexit__(self, typ, e, traceback):
        await asyncio.sleep(0.2)
async def agen0(n):
    try:
        for i in range(n):
            yield i
    finally:
        print('finally', asyncio.current_task().get_name())
async def coro4():
    async for i in agen0(1):
        async with Manager() as value:
            pass
async def main():
    t = asyncio.create_task(coro4())
    await asyncio.sleep(0.1)
    T.append(t); raise ValueError
try:
    asyncio.run(main())
except ValueError: pass
