# asend, aclose, athrow and anext() of which nobody awaits the result
import asyncio


async def numbers():
    yield 1
    yield 2


async def main():
    g = numbers()
    g.asend(None)
    g.aclose()
    g.athrow(ValueError("x"))
    anext(g)
    print("after")
    async for n in g:
        print(n)
        break
    print("end")

asyncio.run(main())
print("exit")
