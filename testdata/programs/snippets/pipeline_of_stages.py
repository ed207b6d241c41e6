# stages with workers and sentinels, random times
import asyncio, random, time, itertools
from dataclasses import dataclass, field
SENTINEL = object()
@dataclass
class Stage:
    name: str
    func: callable
    workers: int = 1
    inq: asyncio.Queue = field(default_factory=lambda: asyncio.Queue(4))
    outq: asyncio.Queue | None = None
    processed: int = 0
    async def work(self, wid):
        while True:
            item = await self.inq.get()
            if item is SENTINEL:
                self.inq.task_done(); await self.inq.put(SENTINEL); break
            try:
                out = await self.func(item)
                self.processed += 1
                if self.outq: await self.outq.put(out)
            except Exception as e: print(f"{self.name}[{wid}] failed on {item!r}: {e}")
            finally: self.inq.task_done()
    async def run(self):
        async with asyncio.TaskGroup() as tg:
            for i in range(self.workers): tg.create_task(self.work(i), name=f"{self.name}-{i}")
        if self.outq: await self.outq.put(SENTINEL)
async def download(n): await asyncio.sleep(random.uniform(0.1, 0.3)); return f"page{n}"
async def parse(p):
    await asyncio.sleep(0.05)
    if p.endswith("7"): raise ValueError("bad markup")
    return len(p), p
stored = []
async def store(x): await asyncio.sleep(0.01); stored.append(x)
async def main():
    s3 = Stage("store", store); s2 = Stage("parse", parse, 2, outq=s3.inq); s1 = Stage("download", download, 3, outq=s2.inq)
    async def feed():
        for i in range(10): await s1.inq.put(i)
        await s1.inq.put(SENTINEL)
    t0 = time.monotonic(); await asyncio.gather(feed(), s1.run(), s2.run(), s3.run())
    print(sorted(stored), [(s.name, s.processed, s.inq.qsize()) for s in (s1, s2, s3)], round(time.monotonic() - t0, 4)); print(s1)
random.seed(3); asyncio.run(main())
