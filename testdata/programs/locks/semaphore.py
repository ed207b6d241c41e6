# Semaphore limits how many are inside; order of entry; locked().
import asyncio


async def job(i, sem):
    async with sem:
        print(f'{asyncio.get_running_loop().time()} start {i}')
        await asyncio.sleep(1 + i % 2)
        print(f'{asyncio.get_running_loop().time()} end {i}')


async def main():
    sem = asyncio.Semaphore(2)
    print(sem.locked())
    await asyncio.gather(*(job(i, sem) for i in range(5)))
    await sem.acquire()
    await sem.acquire()
    print(sem.locked())
    sem.release()
    print(sem.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)


asyncio.run(main())
