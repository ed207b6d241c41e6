# Awaiting a coroutine that does not suspend gives no other task a turn; sleep(0) does.
import asyncio


async def nothing():
    return 1


async def other():
    print('other runs')


async def main():
    asyncio.create_task(other())
    for _ in range(3):
        await nothing()
    print('nobody ran')
    await asyncio.sleep(0)
    print('now')


asyncio.run(main())
