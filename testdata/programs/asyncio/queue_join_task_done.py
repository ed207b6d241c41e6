# join() returns when every item has its task_done(); one too many is a ValueError.
import asyncio


async def main():
    q = asyncio.Queue()
    await q.join()
    print('empty queue joins at once')
    for i in range(2):
        q.put_nowait(i)
    waiter = asyncio.create_task(q.join())
    for _ in range(2):
        await asyncio.sleep(1)
        await q.get()
        print(waiter.done())
        q.task_done()
    await waiter
    print('joined', asyncio.get_running_loop().time())
    try:
        q.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
