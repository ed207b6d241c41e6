# Subclasses of Task and Future; cancel() of a subclass is called by gather and wait_for.
import asyncio


class MyTask(asyncio.Task):
    def __init__(self, coro, **kw):
        super().__init__(coro, **kw)
        self.tag = 'x'

    def cancel(self, msg=None):
        print('cancel', self.tag, msg)
        return super().cancel(msg)


class MyFuture(asyncio.Future):
    def set_result(self, result):
        print('set', result)
        super().set_result(result)


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    t = MyTask(work(1), name='T')
    print(t.tag, t.get_name(), isinstance(t, asyncio.Future))
    t.cancel('hey')
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    f = MyFuture()
    loop.call_later(1, f.set_result, 9)
    print(await f, f)
    loop.set_task_factory(lambda loop, coro, **kw: MyTask(coro, loop=loop, **kw))
    print(await asyncio.create_task(work(0.5), name='Z'))
    g = asyncio.gather(work(1), work(2))
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print('gather cancelled', g.cancelled())


asyncio.run(main())
