# current_task and all_tasks at several moments.
import asyncio


async def work(d):
    await asyncio.sleep(d)


def names(tasks):
    return [t.get_name() for t in tasks]


async def main():
    print(asyncio.current_task().get_name(), names(asyncio.all_tasks()))
    ts = [asyncio.create_task(work(i), name=f'w{i}') for i in range(1, 4)]
    print(names(asyncio.all_tasks()))
    await asyncio.sleep(1.5)
    print(names(asyncio.all_tasks()))
    for t in asyncio.all_tasks():
        if t is not asyncio.current_task():
            t.cancel()
    print(len(asyncio.all_tasks()))
    await asyncio.gather(*ts, return_exceptions=True)
    print(names(asyncio.all_tasks()), [t.cancelled() for t in ts])


asyncio.run(main())
for f in asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop:
    try:
        f()
    except RuntimeError as e:
        print(e)
