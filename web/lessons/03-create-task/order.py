import asyncio


async def job(name, seconds):
    print(name, "starts")
    await asyncio.sleep(seconds)
    print(name, "ends")


async def main():
    print("main makes a task")
    task = asyncio.create_task(job("copy", 2), name="copy")
    print("main goes on")
    await asyncio.sleep(1)
    print("main waits for the task")
    await task
    print("main is done")


asyncio.run(main())
