# groups, except*, notes, split and derive
import asyncio
import sys
import traceback


class Fatal(Exception): ...
class Warn(Exception): ...


async def job(name, delay, exc=None):
    try:
        await asyncio.sleep(delay)
        if exc:
            raise exc
        return name
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    finally:
        print(f"{name} done")


async def group(specs):
    try:
        async with asyncio.TaskGroup() as tg:
            ts = [tg.create_task(job(*s), name=s[0]) for s in specs]
            print(tg)
    except* Fatal as eg:
        print("fatal:", eg.exceptions)
        for e in eg.exceptions:
            e.add_note("seen by group")
    except* (Warn, ValueError) as eg:
        print("warn:", repr(eg))
    else:
        print("no errors")
    finally:
        print({t.get_name(): (t.cancelled() or t.exception() or t.result()) for t in ts})


async def main():
    await group([("a", 1), ("b", 2)])
    await group([("a", 1, Fatal("x")), ("b", 1, Warn("y")), ("c", 3)])
    try:
        await group([("a", 1, KeyError("k")), ("b", 1, Warn("y"))])
    except ExceptionGroup as eg:
        print("escaped", eg, eg.exceptions)
        print(eg.split(KeyError), eg.subgroup(lambda e: isinstance(e, Warn)), eg.derive([ValueError(1)]))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("inner", 5))
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(job("deep", 1, Fatal("deep")))
            print("not here")
    except* Fatal:
        traceback.print_exc(file=sys.stdout)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("body", 1))
            raise ValueError("body failed")
    except ExceptionGroup as e:
        print(e.exceptions[0], e.message)
    tg = asyncio.TaskGroup()
    try:
        tg.create_task(job("z", 1))
    except RuntimeError as e:
        print(e)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job("last1", 0.1, Fatal("one")))
        tg.create_task(job("last2", 0.1, Warn("two")))

asyncio.run(main())
