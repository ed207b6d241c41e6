import asyncio

CLEANUP = 2.0  #@param {type:"slider", min:0, max:4, step:0.5}


async def query():
    try:
        await asyncio.sleep(3)
    finally:
        await asyncio.sleep(CLEANUP)


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(query(), timeout=1)
    except TimeoutError:
        print(f"timed out at {loop.time():.1f} s")


asyncio.run(main())
