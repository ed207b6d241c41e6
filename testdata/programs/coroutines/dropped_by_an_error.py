# coroutines that an error in the same statement drops: the warning comes before it is handled
import asyncio


async def get():
    return 1


class Api:
    async def fetch():
        return 2


async def main():
    api = Api()
    for attempt in (lambda: asyncio.gather(get(), api.fetch()), lambda: asyncio.wait_for(get()), lambda: asyncio.gather(get(), api.nothing),
                    lambda: [get(), {}["x"]], lambda: asyncio.create_task(get(), nmae="x")):
        try:
            await attempt()
        except (TypeError, AttributeError, KeyError) as e:
            print(type(e).__name__, e)
    try:
        await asyncio.gather(get(), missing)
    except ValueError:
        pass


asyncio.run(main())
