import asyncio


async def log(line):
    await asyncio.sleep(0.5)
    print("logged:", line)


async def main():
    tasks = []
    for line in ["start", "stop"]:
        tasks.append(asyncio.create_task(log(line)))
    print("main is done")
    await asyncio.gather(*tasks)


asyncio.run(main())
