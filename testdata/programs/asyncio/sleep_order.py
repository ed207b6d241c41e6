# Sleepers wake in order of their deadlines; sleep gives back its result argument.
import asyncio


async def after(delay):
    got = await asyncio.sleep(delay, f'slept {delay}')
    print(asyncio.get_running_loop().time(), got)


async def main():
    await asyncio.gather(after(0.3), after(0.1), after(0), after(0.2), after(-1))
    print(await asyncio.sleep(1), await asyncio.sleep(0, 'zero'))


asyncio.run(main())
