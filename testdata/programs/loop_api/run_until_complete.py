# The old style: new_event_loop, run_until_complete, close.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work(2)), loop.time())
print(loop.run_until_complete(asyncio.gather(work(1), work(3))), loop.time())
task = loop.create_task(work(1))
print(loop.run_until_complete(task), loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
c = work(1)
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
c.close()
