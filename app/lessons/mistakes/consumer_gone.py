import asyncio


async def produce(queue):
    for text in ["1", "2", "three", "4", "5", "6"]:
        await queue.put(text)
        print("put", text)


async def consume(queue):
    while True:
        text = await queue.get()
        await asyncio.sleep(0.2)
        print("got", int(text))


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    await asyncio.sleep(1)
    consumer.cancel()


asyncio.run(main())
