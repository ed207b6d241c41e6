# A loop with its own call_soon: steps of tasks and callbacks of futures go through it.
import asyncio
import gc


class Loop(type(asyncio.new_event_loop())):
    count = 0
    refuse = False

    def call_soon(self, callback, *args, context=None):
        if self.refuse:
            raise ValueError('refused')
        self.count += 1
        return super().call_soon(callback, *args, context=context)


async def child(future):
    await asyncio.sleep(0)
    return await future


async def main():
    loop = asyncio.get_running_loop()
    print(loop.count)
    future = loop.create_future()
    task = loop.create_task(child(future))
    print(loop.count)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(loop.count)
    future.set_result('value')
    print(loop.count)
    print(await task, loop.count)
    future = loop.create_future()
    future.add_done_callback(lambda f: print('done', f.result()))
    future.set_result(1)
    print(loop.count)
    await asyncio.sleep(0)
    loop.refuse = True
    coroutine = child(future)
    try:
        asyncio.Task(coroutine)
    except ValueError as e:
        print(e)
    loop.refuse = False
    coroutine.close()


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
