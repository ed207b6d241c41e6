# Annotations on arguments, results and variables do not change what runs.
import asyncio

count: int = 3
names: list[str] = []
undefined_yet: 'SomeClass'


async def work(n: int, *rest: float, key: str | None = None) -> dict[str, int]:
    result: dict[str, int] = {'n': n}
    return result


print(asyncio.run(work(count)), names)
