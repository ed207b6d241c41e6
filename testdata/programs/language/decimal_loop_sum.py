# Accumulated floats, sums of sleeps and formatted totals.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    total = 0
    for i in range(1, 8):
        d = i / 10
        await asyncio.sleep(d)
        total += d
        print(f'{i}: {total} {loop.time()} {total:.2f} {loop.time() - total:.1e}')


asyncio.run(main())
