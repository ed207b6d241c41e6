import asyncio
import time

PARSE = 3  #@param {type:"slider", min:0, max:6}


def parse(name):
    """Stands for a parser or an old driver that takes its time."""
    time.sleep(PARSE)
    return f"{name} parsed"


async def clock(started):
    for second in range(1, 5):
        await asyncio.sleep(1)
        print(f"{time.monotonic() - started:.1f} s: tick {second}")


async def main():
    started = time.monotonic()
    ticks = asyncio.create_task(clock(started), name="clock")
    await asyncio.sleep(0.5)
    report = parse("report")
    print(f"{time.monotonic() - started:.1f} s: {report}")
    await ticks


asyncio.run(main())
