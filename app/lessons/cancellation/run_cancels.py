import asyncio


async def heartbeat():
    try:
        while True:
            print("beat")
            await asyncio.sleep(1)
    finally:
        print("heartbeat ends")


async def main():
    task = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(2.5)
    print("main returns")  # asyncio.run() cancels what is left


asyncio.run(main())
