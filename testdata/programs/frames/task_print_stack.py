# Task.get_stack and print_stack of pending, failed and cancelled tasks; cr_frame.
import asyncio, sys
async def inner(): await asyncio.sleep(1)
async def boom():
    await asyncio.sleep(0)
    raise ValueError('x')
async def main():
    t = asyncio.create_task(inner(), name='T')
    b = asyncio.create_task(boom(), name='B')
    t.print_stack(file=sys.stdout)
    await asyncio.sleep(0.1)
    t.print_stack(file=sys.stdout)
    b.print_stack(file=sys.stdout)
    print([f.f_lineno for f in b.get_stack()], t.get_stack(limit=0))
    print(repr(t.get_coro().cr_frame), t.get_coro().cr_frame.f_locals)
    t.cancel()
    try: await t
    except asyncio.CancelledError: pass
    t.print_stack(file=sys.stdout)
    print(t.get_coro().cr_frame)
    try: await b
    except ValueError as e: print(e.__traceback__.tb_frame.f_code.co_name)
asyncio.run(main())
