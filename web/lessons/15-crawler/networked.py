import asyncio

import aiohttp

#@network https://site.example/* latency=0.3
#@network https://site.example/ html="<a href='/docs'> <a href='/news'> <a href='/shop'>"
#@network https://site.example/docs latency=0.6 html="<a href='/'> <a href='/api'>"
#@network https://site.example/news html="<a href='/gone'> <a href='/shop'>"
#@network https://site.example/api html="<a href='/docs'>"
#@network https://site.example/shop latency=30
#@network https://site.example/gone status=404

WORKERS = 3  #@param {type:"slider", min:1, max:8}
PATIENCE = 1.0
HOST = "https://site.example"


async def fetch(session, path):
    async with session.get(HOST + path) as response:
        response.raise_for_status()
        text = await response.text()
    return [part.split("'")[0] for part in text.split("href='")[1:]]


async def worker(queue, seen, session):
    while True:
        try:
            path = await queue.get()
        except asyncio.QueueShutDown:
            return
        try:
            async with asyncio.timeout(PATIENCE):
                links = await fetch(session, path)
            print(f"{path} links to {len(links)}")
            for link in links:
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait(link)
        except (aiohttp.ClientError, TimeoutError) as error:
            print(f"{path}: {type(error).__name__}")
        finally:
            queue.task_done()


async def main():
    queue, seen = asyncio.Queue(), {"/"}
    queue.put_nowait("/")
    async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
        for i in range(WORKERS):
            group.create_task(worker(queue, seen, session), name=f"worker-{i}")
        await queue.join()
        queue.shutdown()
    print(len(seen), "pages seen")


asyncio.run(main())
