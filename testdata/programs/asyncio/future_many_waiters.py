# All who await one future go on, in the order in which they came.
import asyncio


async def waiter(name, f):
    print(name, await f)


async def main():
    f = asyncio.get_running_loop().create_future()
    ts = [asyncio.create_task(waiter(n, f)) for n in 'abc']
    await asyncio.sleep(1)
    f.set_result('go')
    print('set, nobody ran yet')
    await asyncio.gather(*ts)


asyncio.run(main())
