import asyncio

LATENCY = 1.0  #@param {type:"slider", min:0.5, max:2, step:0.5}


async def pages(count):
    for number in range(1, count + 1):
        await asyncio.sleep(LATENCY)
        yield number


async def clock():
    while True:
        await asyncio.sleep(0.8)
        print("tick")


async def main():
    ticking = asyncio.create_task(clock(), name="clock")
    async for page in pages(3):
        print("page", page)
    ticking.cancel()


asyncio.run(main())
