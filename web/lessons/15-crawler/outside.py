import asyncio

WORKERS = 4   #@param {type:"slider", min:1, max:8}
PER_HOST = 2  #@param {type:"slider", min:1, max:4}
PATIENCE = 1.0

SITE = {
    "a.example/": ["a.example/docs", "a.example/news", "b.example/"],
    "a.example/docs": ["a.example/", "a.example/api", "b.example/"],
    "a.example/news": ["a.example/old"],
    "a.example/api": ["a.example/docs"],
    "b.example/": ["b.example/slow", "b.example/end", "a.example/"],
    "b.example/slow": [],
    "b.example/end": ["b.example/"],
}
SECONDS = {"a.example/docs": 0.6, "b.example/slow": 30}


async def fetch(url):
    await asyncio.sleep(SECONDS.get(url, 0.3))
    return SITE[url]


async def worker(queue, seen, limits):
    while True:
        try:
            url = await queue.get()
        except asyncio.QueueShutDown:
            return
        try:
            host = url.split("/")[0]
            async with asyncio.timeout(PATIENCE), limits[host]:
                links = await fetch(url)
            print(f"{url} links to {len(links)}")
            for link in links:
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait(link)
        except (KeyError, TimeoutError) as error:
            print(f"{url}: {type(error).__name__}")
        finally:
            queue.task_done()


async def main():
    queue, seen = asyncio.Queue(), {"a.example/"}
    queue.put_nowait("a.example/")
    limits = {host: asyncio.Semaphore(PER_HOST) for host in ["a.example", "b.example"]}
    async with asyncio.TaskGroup() as group:
        for i in range(WORKERS):
            group.create_task(worker(queue, seen, limits), name=f"worker-{i}")
        await queue.join()
        queue.shutdown()
    print(len(seen), "pages seen")


asyncio.run(main())
