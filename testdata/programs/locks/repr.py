# repr of the locks in several states, addresses masked.
import asyncio


async def main():
    lock, ev, cond, sem, bar = asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(2), asyncio.Barrier(2)
    print(lock, ev, cond, sem, bar)
    await lock.acquire()
    t = asyncio.create_task(lock.acquire())
    u = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    print(lock, ev)
    ev.set()
    print(ev)
    t.cancel()
    await sem.acquire()
    await sem.acquire()
    print(sem)
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)
    await u


asyncio.run(main())
