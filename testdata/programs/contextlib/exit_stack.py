# ExitStack and AsyncExitStack: callbacks in reverse order, pop_all, suppression.
import asyncio
from contextlib import AsyncExitStack, ExitStack, contextmanager


@contextmanager
def cm(n):
    print('enter', n)
    try:
        yield n
    finally:
        print('exit', n)


with ExitStack() as stack:
    print([stack.enter_context(cm(i)) for i in range(2)])
    stack.callback(print, 'callback', 1)
    stack.push(lambda *exc: print('push', exc[0]) or True)
    raise ValueError
with ExitStack() as stack:
    stack.enter_context(cm('kept'))
    kept = stack.pop_all()
print('not exited yet')
kept.close()


class A:
    async def __aenter__(self):
        return 'A'

    async def __aexit__(self, *exc):
        await asyncio.sleep(1)
        print('aexit', asyncio.get_running_loop().time())


async def bye(x):
    print('bye', x)


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(A()), stack.enter_context(cm('sync')))
        stack.push_async_callback(bye, 'x')


asyncio.run(main())
