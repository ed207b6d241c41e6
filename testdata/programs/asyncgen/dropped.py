# An asynchronous generator that a loop leaves early is closed by a task of its own, soon, not at the end of the run.
import asyncio
async def agen(name):
    try:
        for i in range(3):
            yield i
    finally:
        print('finally', name, asyncio.current_task().get_name())
        await asyncio.sleep(0.1)
        print('closed', name)
async def main():
    async for x in agen('break'):
        break
    print('after break')
    await asyncio.sleep(1)
    print('slept')
    g = agen('var')
    print(await anext(g))
    g = None
    print('dropped')
    await asyncio.sleep(1)
    try:
        async for x in agen('raise'):
            raise ValueError
    except ValueError:
        print('caught')
    await asyncio.sleep(1)
    async def f():
        async for x in agen('return'):
            return x
    print(await f())
    await asyncio.sleep(0)
    print('zero')
    await asyncio.sleep(1)
    print('end')
asyncio.run(main())
