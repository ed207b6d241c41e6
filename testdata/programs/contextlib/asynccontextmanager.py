# asynccontextmanager over a pool of connections.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(pool):
    conn = await pool.get()
    try:
        yield conn
    finally:
        await asyncio.sleep(0.1)
        pool.put_nowait(conn)


async def query(pool, n):
    async with connection(pool) as conn:
        await asyncio.sleep(1)
        print(f'{asyncio.get_running_loop().time():.1f} query {n} on {conn}')
        if n == 2:
            raise ValueError(n)


async def main():
    pool = asyncio.Queue()
    for c in 'AB':
        pool.put_nowait(c)
    print(await asyncio.gather(*(query(pool, n) for n in range(5)), return_exceptions=True), pool.qsize())


asyncio.run(main())
