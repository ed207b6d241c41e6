import asyncio
import time

FIRST = 1.0   #@param {type:"slider", min:0, max:3, step:0.5}
SECOND = 2.0  #@param {type:"slider", min:0, max:3, step:0.5}


async def say_after(delay, word):
    await asyncio.sleep(delay)
    print(word)


async def main():
    started = time.monotonic()
    await say_after(FIRST, "hello")
    await say_after(SECOND, "world")
    print(f"took {time.monotonic() - started:.1f} s")


asyncio.run(main())
