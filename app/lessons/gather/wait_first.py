import asyncio


async def mirror(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = {asyncio.create_task(mirror(n, s)) for n, s in [("tokyo", 0.7), ("paris", 0.4), ("lima", 0.9)]}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("fastest:", done.pop().result())
    for task in pending:  # asyncio.wait() cancels nobody
        task.cancel()
    await asyncio.wait(pending)
    print("the other", len(pending), "are cancelled")


asyncio.run(main())
