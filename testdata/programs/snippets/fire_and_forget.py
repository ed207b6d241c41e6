# Tasks kept in a set and removed by their done callback.
import asyncio

background = set()


async def job(i):
    await asyncio.sleep(i)
    if i == 2:
        raise ValueError('job 2')


def finished(t):
    background.discard(t)
    print(t.get_name(), 'finished,', len(background), 'left', repr(t.exception()))


async def main():
    for i in (3, 1, 2):
        t = asyncio.create_task(job(i), name=f'job-{i}')
        background.add(t)
        t.add_done_callback(finished)
    while background:
        await asyncio.sleep(0.5)


asyncio.run(main())
