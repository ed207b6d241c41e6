# A coroutine called without await: the warning names the line, and nothing ran.
import asyncio


async def work():
    print('never printed')


async def main():
    work()
    asyncio.sleep(1)
    print('main ends')


asyncio.run(main())
