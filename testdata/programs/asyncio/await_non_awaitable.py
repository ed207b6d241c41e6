# await of what cannot be awaited: CPython's texts.
import asyncio


async def main():
    def plain():
        return 5
    for thing in [5, None, 'text', [asyncio.sleep], plain, plain(), print('printed')]:
        try:
            await thing
        except TypeError as e:
            print(e)


asyncio.run(main())
