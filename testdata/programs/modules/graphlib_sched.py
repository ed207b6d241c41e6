# graphlib orders tasks; sched runs events
from graphlib import TopologicalSorter, CycleError
import sched, time, asyncio
graph = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}
ts = TopologicalSorter({"deploy": ["test", "build"], "test": ["build"], "build": ["fetch"], "docs": []})
print(list(ts.static_order()))
try: list(TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except CycleError as e: print(e.args[0], sorted(set(e.args[1])), len(e.args[1]))
async def run_all():
    ts = TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]}); ts.prepare()
    q = asyncio.Queue()
    async def job(n):
        await asyncio.sleep({"b": 0.2}.get(n, 0.1)); print(f"{time.monotonic():.1f} {n}"); await q.put(n)
    async with asyncio.TaskGroup() as tg:
        while ts.is_active():
            for n in ts.get_ready(): tg.create_task(job(n))
            ts.done(await q.get())
asyncio.run(run_all())
for bad in (lambda: ts.add("x"), lambda: TopologicalSorter().get_ready(), lambda: ts.prepare(), lambda: ts.done("zz")):
    try: bad()
    except ValueError as e: print(e)
s = sched.scheduler(time.monotonic, time.sleep)
t0 = time.monotonic()
def say(x, end=""): print(f"{time.monotonic() - t0:.1f}", x, end)
s.enter(2, 1, say, argument=("two",)); s.enter(1, 1, say, ("one",), {"end": "!"}); s.enter(1, 0, say, ("first at one",)); e = s.enter(3, 1, say, ("never",)); s.cancel(e)
print(s.empty(), len(s.queue)); s.run(); print(s.empty())
