import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def log(text):
    print(f"[{user.get()}] {text}")


async def handle(name):
    user.set(name)  # seen by this task alone
    await log("logs in")
    await asyncio.sleep(1)
    await log("logs out")


async def main():
    await asyncio.gather(handle("ann"), handle("bob"))
    await log("is main")


asyncio.run(main())
