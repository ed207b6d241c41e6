# A newcomer does not overtake waiters that were already woken.
import asyncio


async def worker(name, sem, log):
    await sem.acquire()
    log.append(name)
    sem.release()


async def main():
    sem, log = asyncio.Semaphore(1), []
    await sem.acquire()
    ts = [asyncio.create_task(worker(n, sem, log)) for n in 'abc']
    await asyncio.sleep(0)
    sem.release()
    print('locked for newcomers:', sem.locked())
    await sem.acquire()
    log.append('main')
    sem.release()
    await asyncio.gather(*ts)
    print(log)


asyncio.run(main())
