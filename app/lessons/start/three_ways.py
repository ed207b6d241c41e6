import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello,", name)


async def main():  # 1. asyncio.run() runs this one, and with it the event loop
    await greet("Ann")  # 2. await: main goes on when it is done
    task = asyncio.create_task(greet("Bob"))  # 3. a task: runs beside main
    print("main goes on")
    await task


asyncio.run(main())
