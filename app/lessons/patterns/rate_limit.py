import asyncio

PER_SECOND = 4  #@param {type:"slider", min:1, max:10}


class Limiter:
    """Lets a call begin when the one before it is long enough ago."""

    def __init__(self, per_second):
        self.interval = 1 / per_second
        self.free_at = 0
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            now = asyncio.get_running_loop().time()
            self.free_at = max(self.free_at, now)
            await asyncio.sleep(self.free_at - now)
            self.free_at += self.interval

    async def __aexit__(self, *exc):
        pass


async def call(limiter, n):
    async with limiter:
        print("call", n)
        await asyncio.sleep(0.6)


async def main():
    limiter = Limiter(PER_SECOND)
    async with asyncio.TaskGroup() as group:
        for n in range(8):
            group.create_task(call(limiter, n), name=f"call-{n}")


asyncio.run(main())
