import asyncio

CRAWLERS = 3  #@param {type:"slider", min:1, max:6}

LINKS = {
    "/": ["/news", "/shop", "/about"],
    "/news": ["/news/1", "/news/2", "/"],
    "/shop": ["/shop/tea", "/about"],
    "/about": ["/"],
    "/shop/tea": ["/shop"],
}
seen = {"/"}


async def fetch(page):
    await asyncio.sleep(0.2 + 0.1 * len(page))
    return LINKS.get(page, [])


async def crawl(pages):
    while True:
        page = await pages.get()
        try:
            for link in await fetch(page):
                if link not in seen:
                    seen.add(link)
                    pages.put_nowait(link)
            print("read", page)
        finally:
            pages.task_done()


async def main():
    pages = asyncio.Queue()
    pages.put_nowait("/")
    crawlers = [asyncio.create_task(crawl(pages), name=f"crawler-{n}") for n in range(CRAWLERS)]
    await pages.join()
    for crawler in crawlers:
        crawler.cancel()
    print(len(seen), "pages")


asyncio.run(main())
