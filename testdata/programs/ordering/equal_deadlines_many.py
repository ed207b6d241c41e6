# Many timers with equal deadlines from several places, in the order of setting.
import asyncio


async def w(name, first, second):
    await asyncio.sleep(first)
    await asyncio.sleep(second)
    print(name, asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, print, 'callback A')
    ts = [asyncio.create_task(w(f'{i}', i * 0.25, 2 - i * 0.25)) for i in range(9)]
    loop.call_later(2, print, 'callback B')
    await asyncio.sleep(1)
    loop.call_at(2, print, 'callback C')
    await asyncio.gather(*ts)


asyncio.run(main())
