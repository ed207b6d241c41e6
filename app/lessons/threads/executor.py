import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

THREADS = 2  #@param {type:"slider", min:1, max:4}


def resize(image):
    time.sleep(1)
    return f"small {image}"


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    with ThreadPoolExecutor(THREADS) as pool:
        jobs = [loop.run_in_executor(pool, resize, image) for image in ["cat", "dog", "owl", "fox"]]
        for small in await asyncio.gather(*jobs):
            print(small)
    print(f"{loop.time() - started:.0f} s")


asyncio.run(main())
