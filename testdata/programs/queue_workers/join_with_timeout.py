# wait_for around join() turns the hang into a TimeoutError; what was not done can be counted.
import asyncio


async def worker(queue):
    while True:
        item = await queue.get()
        if item == 2:
            raise ValueError(item)
        await asyncio.sleep(0.2)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for i in range(5):
        queue.put_nowait(i)
    tasks = [asyncio.create_task(worker(queue)) for _ in range(2)]
    try:
        await asyncio.wait_for(queue.join(), timeout=5)
    except TimeoutError:
        print('join timed out', queue.qsize(), [t.done() for t in tasks])
    for t in tasks:
        t.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
