# get_coro, get_stack, print_stack, get_context of a suspended task.
import asyncio
import sys


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def main():
    t = asyncio.create_task(outer(), name='T')
    print(t.get_coro().__name__, [f.f_code.co_name for f in t.get_stack()])
    await asyncio.sleep(0)
    print([f.f_lineno for f in t.get_stack()], t.get_coro().cr_await.__name__)
    t.print_stack(file=sys.stdout)
    await t
    print(t.get_stack())


asyncio.run(main())
