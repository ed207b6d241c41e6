# Debug mode: run(debug=True), get_debug, set_debug.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    loop.set_debug(False)
    print(loop.get_debug())


asyncio.run(main(), debug=True)
