# done, result, exception and cancelled of a task through its life.
import asyncio


async def work():
    await asyncio.sleep(1)
    return 'result'


async def main():
    t = asyncio.create_task(work())
    print(t.done(), t.cancelled())
    try:
        t.result()
    except asyncio.InvalidStateError as e:
        print('InvalidStateError:', e)
    try:
        t.exception()
    except asyncio.InvalidStateError as e:
        print('InvalidStateError:', e)
    await asyncio.sleep(2)
    print(t.done(), t.result(), t.exception(), t.cancelled(), await t, await t)
    try:
        t.set_result(1)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
