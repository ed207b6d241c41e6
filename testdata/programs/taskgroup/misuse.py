# create_task before entering, after the end, with a non-coroutine; entering twice.
import asyncio


async def main():
    tg = asyncio.TaskGroup()
    c = asyncio.sleep(0)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).split('<')[0], str(e)[-21:])
    async with tg:
        pass
    c = asyncio.sleep(0)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e)[-12:])
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(str(e)[-25:])
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(5)
    except* TypeError as eg:
        print(eg.exceptions)
    try:
        with asyncio.TaskGroup():
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
