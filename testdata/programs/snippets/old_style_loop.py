# The style of 2016: get_event_loop, run_until_complete, wait, close in finally.
import asyncio


async def fetch(n):
    print('fetching {}'.format(n))
    await asyncio.sleep(n * 0.5)
    print('done {0:d} after {1:.1f}'.format(n, n * 0.5))
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    tasks = [loop.create_task(fetch(i)) for i in range(3)]
    done, pending = loop.run_until_complete(asyncio.wait(tasks))
    print('%d done, %d pending' % (len(done), len(pending)))
    print(sorted(t.result() for t in done))
finally:
    loop.close()
