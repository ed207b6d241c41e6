# A callback scheduled during a pass runs in the next one.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def chain(n):
        print('chain', n)
        if n:
            loop.call_soon(chain, n - 1)
    loop.call_soon(chain, 3)
    for i in range(5):
        print('main', i)
        await asyncio.sleep(0)


asyncio.run(main())
