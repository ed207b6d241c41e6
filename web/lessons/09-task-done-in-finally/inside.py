import asyncio

WORKERS = 3  #@param {type:"slider", min:1, max:6}
ORDERS = [3, 4, 0, 6, 2]


async def worker(name, queue):
    while True:
        try:
            people = await queue.get()
            share = 12 / people
            await asyncio.sleep(share / 10)
            print(f"{name}: {share:.0f} slices each")
        except Exception as error:
            print(f"{name}: {error!r}")
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for people in ORDERS:
        queue.put_nowait(people)
    names = [f"worker-{i}" for i in range(WORKERS)]
    workers = [asyncio.create_task(worker(name, queue), name=name) for name in names]

    await queue.join()
    print("join() returned")
    for task in workers:
        task.cancel()
    for end in await asyncio.gather(*workers, return_exceptions=True):
        print(repr(end))


asyncio.run(main())
