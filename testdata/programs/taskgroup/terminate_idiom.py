# Ending a group early by an exception of one's own, caught with except*.
import asyncio


class Terminate(Exception):
    pass


async def force():
    raise Terminate


async def job(i):
    print('start', i)
    await asyncio.sleep(i)
    print('end', i)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            for i in (1, 2, 3):
                tg.create_task(job(i))
            await asyncio.sleep(1.5)
            tg.create_task(force())
    except* Terminate:
        print('terminated')


asyncio.run(main())
