import asyncio

WORKERS = 3  #@param {type:"slider", min:1, max:8}

LINKS = {
    "/": ["/docs", "/news", "/shop"],
    "/docs": ["/", "/api", "/guide"],
    "/news": ["/docs"],
    "/shop": ["/", "/cart"],
    "/api": ["/docs"],
    "/guide": ["/api"],
    "/cart": [],
}


async def fetch(page):
    await asyncio.sleep(0.3)
    return LINKS[page]


async def worker(queue, seen):
    while True:
        try:
            page = await queue.get()
        except asyncio.QueueShutDown:
            return
        queue.task_done()
        for link in await fetch(page):
            if link not in seen:
                seen.add(link)
                queue.put_nowait(link)


async def main():
    queue, seen = asyncio.Queue(), {"/"}
    queue.put_nowait("/")
    async with asyncio.TaskGroup() as group:
        for i in range(WORKERS):
            group.create_task(worker(queue, seen), name=f"worker-{i}")
        await queue.join()
        queue.shutdown()
    print(len(seen), "pages:", *sorted(seen))


asyncio.run(main())
