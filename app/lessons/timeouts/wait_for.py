import asyncio


async def answer(seconds):
    try:
        await asyncio.sleep(seconds)
        return f"after {seconds} s"
    except asyncio.CancelledError:
        print("cancelled in its sleep")
        raise


async def main():
    for seconds in [0.5, 2]:
        try:
            print(await asyncio.wait_for(answer(seconds), timeout=1))
        except TimeoutError:
            print("no answer within 1 s")


asyncio.run(main())
