# Several join() waiters, and an item added between the last task_done and their waking.
import asyncio


async def joiner(name, q):
    await q.join()
    print(name, 'joined, unfinished', q._unfinished_tasks)


async def main():
    q = asyncio.Queue()
    q.put_nowait('a')
    js = [asyncio.create_task(joiner(n, q)) for n in ('j1', 'j2')]
    await asyncio.sleep(1)
    q.get_nowait()
    q.task_done()
    q.put_nowait('b')
    print('added b at once')
    await asyncio.sleep(1)
    print([j.done() for j in js])
    late = asyncio.create_task(joiner('late', q))
    await asyncio.sleep(1)
    print(late.done())
    q.get_nowait()
    q.task_done()
    await late


asyncio.run(main())
