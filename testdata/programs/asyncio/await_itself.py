# A task that awaits itself gets a RuntimeError.
import asyncio


async def main():
    async def me():
        await t
    t = asyncio.create_task(me(), name='me')
    try:
        await t
    except RuntimeError as e:
        print(str(e).split('<')[0], '...', str(e)[-22:])


asyncio.run(main())
