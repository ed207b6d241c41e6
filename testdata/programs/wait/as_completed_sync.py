# as_completed in a plain for: results in order of completion.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError('two')
    return n


async def main():
    for c in asyncio.as_completed([work(3), work(1), work(2)]):
        try:
            print(await c, asyncio.get_running_loop().time())
        except ValueError as e:
            print(e)
    for c in asyncio.as_completed([]):
        print('never')


asyncio.run(main())
