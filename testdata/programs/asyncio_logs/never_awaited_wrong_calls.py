# asyncio.run without calling, gather of uncalled, create_task of a coroutine that is dropped in a wrong call.
import asyncio
async def work(n): return n
async def main():
    try:
        asyncio.create_task(work)
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait([work(1)])
    except TypeError as e:
        print(e)
    e = None
    print('next')
    try:
        work(2) + 1
    except TypeError as e:
        print(e)
    print('last')
    if work(3):
        print('truthy')
    print(f'{work(4)!r:.20}')
    return
asyncio.run(main())
