# suppress, closing, nullcontext, redirect_stdout, aclosing.
import asyncio
import io
from contextlib import aclosing, closing, nullcontext, redirect_stdout, suppress

with suppress(KeyError, ZeroDivisionError):
    {}['x']
    print('not reached')
with suppress(asyncio.CancelledError):
    raise asyncio.CancelledError


class R:
    def close(self):
        print('closed')


with closing(R()):
    print('in')
with nullcontext(5) as n:
    print(n)
buf = io.StringIO()
with redirect_stdout(buf):
    print('captured')
print(repr(buf.getvalue()))


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print('gen closed')


async def main():
    async with aclosing(gen()) as g:
        async for x in g:
            break
    print('after')
    t = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    t.cancel()
    with suppress(asyncio.CancelledError):
        await t
    print(t.cancelled())


asyncio.run(main())
