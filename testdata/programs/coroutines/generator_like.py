# types.coroutine makes awaitable what is a generator by its methods; a task runs what is a coroutine by its methods.
import asyncio
import types


class GeneratorLike:
    def __init__(self, items):
        self.items = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        for item in self.items:
            return item
        raise StopIteration('result')

    def throw(self, *args):
        raise args[0]

    def close(self):
        pass

    gi_running = False
    gi_frame = gi_code = gi_yieldfrom = None


@types.coroutine
def wrapped():
    return GeneratorLike([None, None])


class CoroutineLike:
    def send(self, value):
        raise StopIteration(42)

    def throw(self, *args):
        raise args[0]

    def close(self):
        pass

    def __await__(self):
        return self


async def main():
    w = wrapped()
    print(type(w).__name__, asyncio.iscoroutine(w), await w)
    c = CoroutineLike()
    print(asyncio.iscoroutine(c), asyncio.iscoroutine(GeneratorLike([])))
    task = asyncio.create_task(c)
    print(task.get_coro() is c, await task)
    print(await asyncio.gather(CoroutineLike()))
    try:
        asyncio.create_task(GeneratorLike([]))
    except TypeError as e:
        print(str(e).partition(' object at')[0])


asyncio.run(main())
