# a crawler with workers, a semaphore and a stats table
"""A toy crawler: breadth first, bounded by a semaphore, polite per host."""
import asyncio
import random
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlparse

SITE = {
    "http://a.test/": ["/about", "/blog", "http://b.test/"],
    "http://a.test/about": ["/", "/team"],
    "http://a.test/blog": ["/blog/1", "/blog/2", "/missing"],
    "http://a.test/team": [],
    "http://a.test/blog/1": ["/blog/2"],
    "http://a.test/blog/2": ["/blog/1", "http://b.test/x?q=1#frag"],
    "http://b.test/": ["/x?q=1"],
    "http://b.test/x?q=1": [],
}


class FetchError(Exception):
    def __init__(self, url, status):
        super().__init__(f"{status} for {url}")
        self.url, self.status = url, status


@dataclass(slots=True)
class Stats:
    fetched: int = 0
    failed: int = 0
    by_host: dict[str, int] = field(default_factory=lambda: defaultdict(int))


class Crawler:
    def __init__(self, start, max_concurrency=3):
        self.queue: asyncio.Queue[tuple[str, int]] = asyncio.Queue()
        self.seen = {start}
        self.sem = asyncio.Semaphore(max_concurrency)
        self.stats = Stats()
        self.queue.put_nowait((start, 0))

    async def fetch(self, url):
        async with self.sem:
            await asyncio.sleep(0.1 + len(url) / 1000)
            try:
                return SITE[url]
            except KeyError as e:
                raise FetchError(url, 404) from e

    async def worker(self, n):
        while True:
            url, depth = await self.queue.get()
            try:
                links = await self.fetch(url)
            except FetchError as exc:
                self.stats.failed += 1
                print(f"[w{n}] {exc} (cause: {exc.__cause__!r})")
            else:
                self.stats.fetched += 1
                self.stats.by_host[urlparse(url).netloc] += 1
                for link in links:
                    full = urljoin(url, link).split("#")[0]
                    if full not in self.seen:
                        self.seen.add(full)
                        self.queue.put_nowait((full, depth + 1))
                print(f"[w{n}] {'  ' * depth}{url:<28} {len(links)} links")
            finally:
                self.queue.task_done()

    async def run(self, workers=4):
        tasks = [asyncio.create_task(self.worker(i), name=f"crawl-{i}") for i in range(workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print([type(r).__name__ for r in results])
        return self.stats


async def main():
    t0 = time.perf_counter()
    stats = await Crawler("http://a.test/").run()
    print(stats)
    print(f"took {time.perf_counter() - t0:.3f}s")


if __name__ == "__main__":
    asyncio.run(main())
