# A retry loop with growing pauses, in virtual time.
import asyncio
import time

attempts = 0


async def flaky():
    global attempts
    attempts += 1
    await asyncio.sleep(0.2)
    if attempts < 4:
        raise ConnectionError(f'attempt {attempts} failed')
    return 'success'


async def retry(f, tries=5, delay=1):
    for i in range(tries):
        try:
            return await f()
        except ConnectionError as e:
            pause = delay * 2 ** i
            print(f'{time.monotonic():.1f}: {e}; again in {pause} s')
            await asyncio.sleep(pause)
    raise RuntimeError('gave up')


print(asyncio.run(retry(flaky)), f'{time.monotonic():.1f}')
