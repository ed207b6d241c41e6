# asyncio.Runner: several runs on one loop, context kept, close.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default=0)


async def bump():
    var.set(var.get() + 1)
    return var.get(), asyncio.get_running_loop().time()


with asyncio.Runner() as runner:
    print(runner.run(bump()), runner.run(bump()))
    runner.run(asyncio.sleep(2))
    print(runner.run(bump()), runner.get_loop().is_running())
print(var.get())
try:
    runner.run(None)
except (RuntimeError, ValueError) as e:
    print(e)
try:
    runner.get_loop()
except RuntimeError as e:
    print(e)
