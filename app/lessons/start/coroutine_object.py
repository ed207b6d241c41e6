import asyncio
import inspect


async def answer():
    print("now it runs")
    return 42


async def main():
    print(inspect.iscoroutinefunction(answer))  # the function
    coroutine = answer()                        # calling it runs nothing yet
    print(inspect.iscoroutine(coroutine))       # the object
    print(await coroutine)
    try:
        await coroutine                         # an object is good for one run
    except RuntimeError as error:
        print(error)


asyncio.run(main())
