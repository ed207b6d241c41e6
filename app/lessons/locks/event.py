import asyncio


async def runner(name, start):
    print(name, "is ready")
    await start.wait()
    print(name, "runs")


async def main():
    start = asyncio.Event()
    runners = [asyncio.create_task(runner(n, start), name=n) for n in ["ann", "bob", "cid"]]
    await asyncio.sleep(2)
    print("go!")
    start.set()
    await asyncio.gather(*runners)


asyncio.run(main())
