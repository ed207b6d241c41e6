import asyncio

ROOM = 2  #@param {type:"slider", min:1, max:8}


async def producer(queue):
    for n in range(8):
        await queue.put(n)  # waits while the queue is full
        print("put", n)
    await queue.put(None)


async def consumer(queue):
    while (n := await queue.get()) is not None:
        await asyncio.sleep(0.5)
        print("handled", n)


async def main():
    queue = asyncio.Queue(maxsize=ROOM)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
