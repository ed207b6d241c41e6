import asyncio


async def log(line):
    await asyncio.sleep(0.5)
    print("logged:", line)


async def main():
    for line in ["start", "stop"]:
        asyncio.create_task(log(line))
    print("main is done")


asyncio.run(main())
