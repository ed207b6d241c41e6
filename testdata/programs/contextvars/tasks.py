# Each task runs in a copy of the context of its creation.
import asyncio
import contextvars

user = contextvars.ContextVar('user', default='nobody')


async def handle(name):
    user.set(name)
    await asyncio.sleep(1)
    await inner(name)


async def inner(name):
    print(name, user.get())


async def main():
    user.set('main')
    await asyncio.gather(handle('ann'), handle('bob'), inner('gathered'))
    print(user.get())
    await handle('direct')
    print(user.get())
    token = user.set('temp')
    print(user.get(), token.old_value, token.var is user)
    user.reset(token)
    print(user.get())
    print(await asyncio.to_thread(user.get))


asyncio.run(main())
print(user.get())
