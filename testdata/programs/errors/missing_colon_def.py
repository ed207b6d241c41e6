# def without a colon: expected ':'.
import asyncio


async def main(xs)
    print(xs)


asyncio.run(main([]))
