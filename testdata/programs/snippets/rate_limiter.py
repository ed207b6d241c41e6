# A token bucket: at most two requests a second.
import asyncio
import time


class RateLimiter:
    def __init__(self, rate):
        self.rate, self.tokens, self.updated = rate, rate, time.monotonic()

    async def acquire(self):
        while self.tokens < 1:
            now = time.monotonic()
            self.tokens = min(self.rate, self.tokens + (now - self.updated) * self.rate)
            self.updated = now
            if self.tokens < 1:
                await asyncio.sleep(0.1)
        self.tokens -= 1


async def request(i, limiter):
    await limiter.acquire()
    print(f'{time.monotonic():.1f} request {i}')


async def main():
    limiter = RateLimiter(2)
    await asyncio.gather(*(request(i, limiter) for i in range(7)))


asyncio.run(main())
