# The misspelt result name is a NameError with a suggestion.
import asyncio


async def get_followers(x):
    followers = [x + 1]
    await asyncio.sleep(1)
    return follwers


async def main(xs):
    yss = await asyncio.gather(*[get_followers(x) for x in xs])
    print(yss)


asyncio.run(main([1, 2]))
