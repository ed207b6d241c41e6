# while without a colon, inside a coroutine.
async def worker(queue):
    while True
        item = await queue.get()
