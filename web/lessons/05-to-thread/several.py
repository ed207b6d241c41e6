import asyncio
import time

STRICT = False  #@param {type:"boolean"}


def parse(name, seconds, *, strict=False):
    time.sleep(seconds)
    if strict:
        raise ValueError(f"{name}: bad line")
    return f"{name} parsed"


async def main():
    try:
        print(await asyncio.gather(
            asyncio.to_thread(parse, "report", 3),
            asyncio.to_thread(parse, "letter", 1),
            asyncio.to_thread(parse, "log", 2, strict=STRICT),
        ))
    except ValueError as error:
        print(error)


asyncio.run(main())
