# sleep(0) is round robin; a task that awaits less often runs further.
import asyncio


async def spin(name, each):
    for i in range(6):
        print(name, i, end='; ')
        if i % each == 0:
            await asyncio.sleep(0)
    print(name, 'ends')


async def main():
    await asyncio.gather(spin('a', 1), spin('b', 2), spin('c', 3))


asyncio.run(main())
