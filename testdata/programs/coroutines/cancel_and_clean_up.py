# cancellation: workers, stubborn tasks, shield, gather, uncancel
import asyncio


async def worker(name, q):
    try:
        while True:
            item = await q.get()
            try:
                await asyncio.sleep(item)
                print(name, "did", item)
            finally: q.task_done()
    except asyncio.CancelledError as e:
        print(name, "cancelled", repr(e)); await asyncio.sleep(0.05); print(name, "cleaned up")
        raise


async def stubborn():
    for i in range(3):
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: print("ignoring cancel", i, asyncio.current_task().cancelling())
    return "survived"


async def uncancel_me():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("uncancel ->", asyncio.current_task().uncancel()); await asyncio.sleep(0.01); return "ok"


async def critical(): await asyncio.sleep(0.2); print("critical section finished"); return 1


async def main():
    q = asyncio.Queue(); [q.put_nowait(x / 10) for x in range(5)]
    ws = [asyncio.create_task(worker(f"w{i}", q), name=f"w{i}") for i in range(2)]
    await q.join()
    for w in ws: print(w.cancel("shutdown"))
    print(await asyncio.gather(*ws, return_exceptions=True), [w.cancelled() for w in ws])
    t = asyncio.create_task(stubborn())
    for _ in range(3): await asyncio.sleep(0); t.cancel(); await asyncio.sleep(0)
    print(await t, t.cancelling())
    t = asyncio.create_task(uncancel_me()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelled())
    inner = asyncio.create_task(critical())
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 5))
    await asyncio.sleep(0.1); outer.cancel()
    try: await outer
    except asyncio.CancelledError as e: print("outer cancelled", inner.done())
    print(await inner)
    g = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2)); await asyncio.sleep(0); print(g); g.cancel()
    try: await g
    except asyncio.CancelledError as e: print("gather cancelled", g.cancelled())
    never = asyncio.create_task(asyncio.sleep(1)); never.cancel("early")
    try: await never
    except asyncio.CancelledError as e: print(e.args)
    async def parent():
        child = asyncio.create_task(asyncio.sleep(1), name="child")
        try: await child
        finally: print("child", child.cancelled(), child)
    p = asyncio.create_task(parent()); await asyncio.sleep(0.1); p.cancel("msg")
    try: await p
    except asyncio.CancelledError as e: print(e)
    loop = asyncio.get_running_loop(); f = loop.create_future(); f.cancel("fut")
    try: f.result()
    except asyncio.CancelledError as e: print(repr(e), f)
    try: asyncio.create_task(asyncio.sleep(0)).result()
    except asyncio.InvalidStateError as e: print(e)
    me = asyncio.current_task(); me.cancel()
    try: await asyncio.sleep(0)
    except asyncio.CancelledError: print("self-cancel", me.cancelling(), me.uncancel())
    asyncio.create_task(stubborn(), name="left"); await asyncio.sleep(0)
    asyncio.current_task().cancel("die"); await asyncio.sleep(1)

asyncio.run(main())
