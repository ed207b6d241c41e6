import asyncio


async def forecast(city):
    await asyncio.sleep(1)
    return f"{city} sunny"


async def main():
    cities = ["Rome", "Oslo", "Lima"]
    results = await asyncio.gather([forecast(city) for city in cities])
    print(results)


asyncio.run(main())
