# AttributeError of a module with a suggestion.
import asyncio


async def main():
    asyncio.create_tsk(main())


asyncio.run(main())
