# FIRST_COMPLETED in a loop over what is pending.
import asyncio


async def main():
    pending = {asyncio.create_task(asyncio.sleep(n, n)) for n in (3, 1, 2, 1)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print(asyncio.get_running_loop().time(), sorted(t.result() for t in done), len(pending))


asyncio.run(main())
