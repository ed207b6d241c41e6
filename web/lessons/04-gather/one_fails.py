import asyncio

COLLECT = False  #@param {type:"boolean"}


async def forecast(city, seconds):
    await asyncio.sleep(seconds)
    if city == "Oslo":
        raise ValueError("no data for Oslo")
    print(city, "answers")
    return f"{city} sunny"


async def main():
    try:
        results = await asyncio.gather(
            forecast("Rome", 3), forecast("Oslo", 1), forecast("Lima", 2),
            return_exceptions=COLLECT,
        )
        print("results:", results)
    except ValueError as error:
        print("error:", error)
    await asyncio.sleep(1.5)
    print("main is done")


asyncio.run(main())
