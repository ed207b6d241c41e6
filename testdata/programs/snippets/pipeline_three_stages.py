# Three stages joined by bounded queues, ended by a sentinel.
import asyncio

END = object()


async def stage(name, delay, f, inq, outq):
    while (x := await inq.get()) is not END:
        await asyncio.sleep(delay)
        await outq.put(f(x))
    print(f'{asyncio.get_running_loop().time():.1f} {name} ends')
    await outq.put(END)


async def main():
    a, b, c, d = (asyncio.Queue(maxsize=2) for _ in range(4))
    stages = [
        asyncio.create_task(stage('square', 0.1, lambda x: x * x, a, b)),
        asyncio.create_task(stage('slow', 0.3, lambda x: x + 1, b, c)),
        asyncio.create_task(stage('text', 0.05, str, c, d)),
    ]

    async def feed():
        for i in range(6):
            await a.put(i)
        await a.put(END)
    stages.append(asyncio.create_task(feed()))
    while (x := await d.get()) is not END:
        print(f'{asyncio.get_running_loop().time():.2f} {x!r}')
    await asyncio.gather(*stages)


asyncio.run(main())
