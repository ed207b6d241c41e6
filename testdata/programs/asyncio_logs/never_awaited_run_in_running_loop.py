# run() inside a running loop: the coroutine is never awaited.
import asyncio
async def work(): return 1
async def main():
    try:
        asyncio.run(work())
    except RuntimeError as e:
        print(e)
    print('after')
asyncio.run(main())
