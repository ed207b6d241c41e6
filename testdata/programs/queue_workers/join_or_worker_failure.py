# Waiting for join() or the first dead worker, whichever comes first.
import asyncio


async def worker(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(item)
        if item == 0.3:
            raise RuntimeError(f'{name} broke on {item}')
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for d in (0.1, 0.2, 0.3, 0.4):
        queue.put_nowait(d)
    workers = [asyncio.create_task(worker(f'w{i}', queue)) for i in range(2)]
    joined = asyncio.create_task(queue.join())
    done, _ = await asyncio.wait([joined, *workers], return_when=asyncio.FIRST_COMPLETED)
    for t in done:
        print('joined' if t is joined else repr(t.exception()))
    for t in [joined, *workers]:
        t.cancel()
    print([type(r).__name__ for r in await asyncio.gather(joined, *workers, return_exceptions=True)])


asyncio.run(main())
