import asyncio


def ask_sensor(on_answer):
    """An old library: it calls back instead of being awaited."""
    loop = asyncio.get_running_loop()
    loop.call_later(1.5, on_answer, 21.5)


async def temperature():
    future = asyncio.get_running_loop().create_future()
    ask_sensor(future.set_result)
    return await future


async def main():
    print("asking")
    print("it is", await temperature(), "degrees")


asyncio.run(main())
