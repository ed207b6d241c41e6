import asyncio
import random

FAILURES = 3  #@param {type:"slider", min:0, max:6}
ATTEMPTS = 5  #@param {type:"slider", min:1, max:8}

calls = 0


async def fetch():
    global calls
    calls += 1
    await asyncio.sleep(0.2)
    if calls <= FAILURES:
        raise ConnectionError(f"call {calls} failed")
    return "the page"


async def retry(attempts):
    for attempt in range(1, attempts + 1):
        try:
            return await fetch()
        except ConnectionError as error:
            if attempt == attempts:
                raise
            pause = 0.5 * 2 ** attempt + random.uniform(0, 0.5)
            print(f"{error}: again in {pause:.2f} s")
            await asyncio.sleep(pause)


async def main():
    random.seed(7)
    print("got", await retry(ATTEMPTS))


asyncio.run(main())
