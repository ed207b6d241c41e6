# if __name__ == "__main__" runs, as in a script.
import asyncio


async def main():
    print('in main', __name__)


if __name__ == "__main__":
    asyncio.run(main())
