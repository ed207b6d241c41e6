# Coroutines as methods, class attributes shared between tasks, a worker class.
import asyncio


class Worker:
    done = []

    def __init__(self, name, queue):
        self.name, self.queue, self.handled = name, queue, 0

    async def run(self):
        while not self.queue.empty():
            item = self.queue.get_nowait()
            await self.handle(item)

    async def handle(self, item):
        await asyncio.sleep(item)
        self.handled += 1
        self.done.append((self.name, item))

    def __repr__(self):
        return f'<{self.name}: {self.handled}>'


async def main():
    q = asyncio.Queue()
    for i in (3, 1, 1, 2, 1):
        q.put_nowait(i)
    ws = [Worker(f'w{i}', q) for i in range(2)]
    await asyncio.gather(*(w.run() for w in ws))
    print(ws, Worker.done)


asyncio.run(main())
