import asyncio

FAST = 0.5  #@param {type:"slider", min:0, max:3, step:0.1}
SLOW = 2.0  #@param {type:"slider", min:0, max:3, step:0.1}


async def brew(drink, seconds):
    print(f"{drink}: started")
    await asyncio.sleep(seconds)
    print(f"{drink}: ready after {seconds} s")
    return drink


async def main():
    drinks = await asyncio.gather(
        brew("tea", FAST),
        brew("coffee", SLOW),
        brew("cocoa", FAST + SLOW),
    )
    print("served:", ", ".join(drinks))


asyncio.run(main())
