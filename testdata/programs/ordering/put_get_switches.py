# Who runs when with a queue of size one: every put and get in order.
import asyncio


async def producer(q):
    for i in range(4):
        print('put', i)
        await q.put(i)
        print('put done', i, q.qsize())


async def consumer(q):
    for _ in range(4):
        print('get')
        print('got', await q.get(), q.qsize())


async def main():
    q = asyncio.Queue(1)
    await asyncio.gather(consumer(q), producer(q))
    print('--')
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
