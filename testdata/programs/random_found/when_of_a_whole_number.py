# Timeout.when() returns the deadline as it was given.
import asyncio
from fractions import Fraction


async def main():
    async with asyncio.timeout(5) as relative:
        print(relative.when())
        relative.reschedule(7)
        print(relative.when(), relative)
        relative.reschedule(None)
        print(relative.when(), relative)
    async with asyncio.timeout_at(3) as absolute:
        print(absolute.when(), absolute)
    print(asyncio.timeout_at(Fraction(1, 2)).when())


asyncio.run(main())
