import asyncio
import time


def parse(name):
    time.sleep(3)
    return f"{name} parsed"


async def main():
    report = await asyncio.to_thread(parse("report"))
    print(report)


asyncio.run(main())
