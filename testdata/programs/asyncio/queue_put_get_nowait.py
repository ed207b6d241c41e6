# put_nowait, get_nowait, QueueFull, QueueEmpty, qsize, empty, full, maxsize.
import asyncio


async def main():
    q = asyncio.Queue(2)
    print(q.qsize(), q.empty(), q.full(), q.maxsize)
    q.put_nowait('a')
    q.put_nowait('b')
    print(q.qsize(), q.empty(), q.full())
    try:
        q.put_nowait('c')
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.get_nowait(), q.get_nowait())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    endless = asyncio.Queue(-1)
    for i in range(100):
        endless.put_nowait(i)
    print(endless.full(), endless.qsize(), endless.maxsize)


asyncio.run(main())
