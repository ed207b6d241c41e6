# Many requests for one key: the lock makes a single fetch.
import asyncio


class Cache:
    def __init__(self):
        self.data, self.locks, self.fetches = {}, {}, 0

    async def get(self, key):
        lock = self.locks.setdefault(key, asyncio.Lock())
        async with lock:
            if key not in self.data:
                self.fetches += 1
                await asyncio.sleep(1)
                self.data[key] = key.upper()
        return self.data[key]


async def main():
    cache = Cache()
    print(await asyncio.gather(*(cache.get(k) for k in 'aababc')), cache.fetches, asyncio.get_running_loop().time())


asyncio.run(main())
