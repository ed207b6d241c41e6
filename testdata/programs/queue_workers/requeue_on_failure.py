# A failed item is put back before task_done(): join() waits for the second try too.
import asyncio


async def worker(name, queue, failed):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(0.1)
            if item % 3 == 0 and item not in failed:
                failed.add(item)
                raise ValueError(item)
            print(name, 'ok', item)
        except ValueError as e:
            print(name, 'again', e)
            await queue.put(item)
        finally:
            queue.task_done()


async def main():
    queue, failed = asyncio.Queue(), set()
    for i in range(7):
        queue.put_nowait(i)
    tasks = [asyncio.create_task(worker(f'w{i}', queue, failed)) for i in range(2)]
    await queue.join()
    print('joined', sorted(failed), round(asyncio.get_running_loop().time(), 3))
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
