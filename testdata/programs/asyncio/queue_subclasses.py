# Queues of one's own: _init, _put and _get replaced; super()._put; the attribute _queue.
import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item


class Noisy(asyncio.PriorityQueue):
    def _put(self, item):
        print('put', item)
        super()._put(item)


async def main():
    q = UniqueQueue()
    for i in [3, 1, 3, 2]:
        q.put_nowait(i)
    print(q.qsize(), [await q.get() for _ in range(3)], q.empty(), str(q))
    n = Noisy()
    for i in (5, 2, 9):
        await n.put(i)
    print(await n.get(), n._queue, n.qsize())
    p = asyncio.Queue(2)
    p.put_nowait(1)
    print(list(p._queue), p._queue)
    p._queue.clear()
    p.put_nowait(7)
    p.put_nowait(8)
    print(p.full(), str(p), asyncio.Queue[int])
    getter = asyncio.create_task(q.get())
    await asyncio.sleep(1)
    q.put_nowait(4)
    print(await getter)


asyncio.run(main())
