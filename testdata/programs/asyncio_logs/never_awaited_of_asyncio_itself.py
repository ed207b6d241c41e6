# Coroutines of asyncio's own that are never awaited.
import asyncio
async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    item = q.get()
    print(type(item).__name__)
    item = None
    asyncio.sleep(1)
    s = asyncio.sleep(2)
    del s
    lock = asyncio.Lock()
    lock.acquire()
    print('end')
asyncio.run(main())
