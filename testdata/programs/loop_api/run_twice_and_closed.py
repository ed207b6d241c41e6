# asyncio.run in a running loop, no loop, a closed loop; coroutines that these drop
import asyncio

async def inner(): return 1

async def main():
    try: asyncio.run(inner())
    except RuntimeError as e: print(e)
    try: asyncio.get_event_loop().run_until_complete(inner())
    except RuntimeError as e: print(e)
    loop = asyncio.get_running_loop()
    try: loop.close()
    except RuntimeError as e: print(e)
    try: loop.run_forever()
    except RuntimeError as e: print(e)
    return "x"

print(asyncio.run(main()), asyncio.run(main()))
try: asyncio.run(main)
except ValueError as e: print(e)
try: asyncio.run(5)
except ValueError as e: print(e)
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
try: asyncio.create_task(inner())
except RuntimeError as e: print(e)
try: asyncio.current_task()
except RuntimeError as e: print(e)
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
print(loop.run_until_complete(inner()), asyncio.get_event_loop() is loop)
loop.close()
