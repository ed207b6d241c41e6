# copy_context, Context.run, call_soon with a context, errors.
import asyncio
import contextvars

v = contextvars.ContextVar('v')
try:
    v.get()
except LookupError as e:
    print(type(e).__name__)
print(v.get('given default'))
v.set(1)
ctx = contextvars.copy_context()


def change():
    v.set(v.get() + 1)
    return v.get()


print(ctx.run(change), ctx[v], v.get(), v in ctx, len(list(ctx.items())) >= 1)
token = v.set(5)
v.reset(token)
try:
    v.reset(token)
except RuntimeError as e:
    print('used' in str(e))


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print('callback', v.get()), context=ctx)
    t = asyncio.create_task(asyncio.sleep(0), context=ctx)
    await t
    print(t.get_context() is ctx)


asyncio.run(main())
