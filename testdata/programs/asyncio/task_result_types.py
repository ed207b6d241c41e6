# Tasks that return tuples, functions, other tasks, None and exceptions as values.
import asyncio


async def give(x):
    return x


async def main():
    err = ValueError('a value, not raised')
    inner = asyncio.create_task(give('inner'))
    results = await asyncio.gather(*(give(x) for x in [(1, 2), len, None, err, inner, give]))
    print(results[:2], results[2], repr(results[3]), await results[4], (await results[5](5)))
    print(await (await give(give('nested'))))


asyncio.run(main())
