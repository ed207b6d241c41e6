import asyncio


async def worker(name, queue):
    while True:
        order = await queue.get()
        price = 100 / order
        await asyncio.sleep(0.5)
        print(f"{name}: order of {order} at {price:.0f} each")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for order in [4, 5, 0, 2, 10]:
        queue.put_nowait(order)

    workers = [asyncio.create_task(worker(f"worker-{i}", queue)) for i in range(2)]
    await queue.join()
    print("all orders are through")
    for task in workers:
        task.cancel()


asyncio.run(main())
