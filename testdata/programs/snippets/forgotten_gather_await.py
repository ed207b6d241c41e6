# gather without await at the end of main: the children are cancelled.
import asyncio


async def work(n):
    try:
        print('start', n)
        await asyncio.sleep(n)
        print('end', n)
    except asyncio.CancelledError:
        print('cancelled', n)
        raise


async def main():
    asyncio.gather(work(1), work(2))
    await asyncio.sleep(1.5)
    print('main ends')


asyncio.run(main())
