# A deque with futures as a hand-made queue.
import asyncio
from collections import deque


class Channel:
    def __init__(self):
        self.items, self.waiters = deque(), deque()

    def send(self, x):
        self.items.append(x)
        while self.waiters:
            w = self.waiters.popleft()
            if not w.done():
                w.set_result(None)
                break

    async def recv(self):
        while not self.items:
            w = asyncio.get_running_loop().create_future()
            self.waiters.append(w)
            await w
        return self.items.popleft()


async def reader(name, ch):
    for _ in range(2):
        print(name, await ch.recv())


async def main():
    ch = Channel()
    rs = [asyncio.create_task(reader(n, ch)) for n in 'ab']
    for i in range(4):
        await asyncio.sleep(1)
        ch.send(i)
    await asyncio.gather(*rs)


asyncio.run(main())
