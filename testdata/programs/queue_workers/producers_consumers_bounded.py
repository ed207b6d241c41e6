# Two producers and two consumers over a queue of size 2, each step with its time.
import asyncio


async def produce(name, queue, items, gap):
    loop = asyncio.get_running_loop()
    for i in items:
        await queue.put(f'{name}{i}')
        print(f'{loop.time():4.1f} {name} put {i}, size {queue.qsize()}')
        await asyncio.sleep(gap)


async def consume(name, queue):
    loop = asyncio.get_running_loop()
    while True:
        item = await queue.get()
        await asyncio.sleep(0.5)
        print(f'{loop.time():4.1f} {name} got {item}')
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consume(f'c{i}', queue)) for i in range(2)]
    await asyncio.gather(produce('a', queue, range(4), 0.1), produce('b', queue, range(4), 0.2))
    await queue.join()
    for c in consumers:
        c.cancel()


asyncio.run(main())
