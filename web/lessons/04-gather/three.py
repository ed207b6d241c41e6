import asyncio

ROME = 3  #@param {type:"slider", min:1, max:6}


async def forecast(city, seconds):
    await asyncio.sleep(seconds)
    print(city, "answers")
    return f"{city} sunny"


async def main():
    results = await asyncio.gather(
        forecast("Rome", ROME),
        forecast("Oslo", 1),
        forecast("Lima", 2),
    )
    print(results)


asyncio.run(main())
