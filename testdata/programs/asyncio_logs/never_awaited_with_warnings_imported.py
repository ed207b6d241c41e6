# A coroutine that goes with its frame, while module warnings is there to tell it.
import asyncio
import warnings


async def child():
    pass


async def main():
    kept = child()
    await asyncio.sleep(0)
    return 'result'


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(asyncio.run(main()))
print([str(w.message) for w in caught])
