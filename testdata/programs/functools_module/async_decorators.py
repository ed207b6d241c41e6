# Decorators around coroutine functions: timing, retry with arguments, wraps.
import asyncio
import functools
import time


def timed(f):
    @functools.wraps(f)
    async def wrapper(*args, **kw):
        start = time.perf_counter()
        try:
            return await f(*args, **kw)
        finally:
            print(f'{f.__name__}{args} took {time.perf_counter() - start:.2f}s')
    return wrapper


def retry(times, delay=0.5):
    def deco(f):
        @functools.wraps(f)
        async def wrapper(*args):
            for i in range(times):
                try:
                    return await f(*args)
                except ValueError as e:
                    print('attempt', i + 1, e)
                    await asyncio.sleep(delay)
            raise RuntimeError('gave up')
        return wrapper
    return deco


calls = 0


@timed
@retry(3, delay=1)
async def fetch(x):
    global calls
    calls += 1
    await asyncio.sleep(0.25)
    if calls < 3:
        raise ValueError(f'call {calls}')
    return x


print(asyncio.run(fetch('data')), fetch.__name__, asyncio.iscoroutinefunction(fetch))
