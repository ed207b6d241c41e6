# wait_for gives the result when it comes in time; timeout None waits for ever.
import asyncio


async def work(d):
    await asyncio.sleep(d)
    return f'after {d}'


async def main():
    print(await asyncio.wait_for(work(1), timeout=2))
    print(await asyncio.wait_for(work(50), None))
    print(await asyncio.wait_for(asyncio.create_task(work(1)), 5))
    f = asyncio.get_running_loop().create_future()
    f.set_result('ready')
    print(await asyncio.wait_for(f, 0))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
