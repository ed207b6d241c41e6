import asyncio


async def job(n):
    await asyncio.sleep(n / 10)
    if n == 2:
        raise ValueError("job 2 failed")
    print("job", n, "is done")
    return n


async def main():
    try:
        await asyncio.gather(job(1), job(2), job(3))
    except ValueError as error:
        print("gather:", error)  # job 3 still runs

    results = await asyncio.gather(job(1), job(2), job(3), return_exceptions=True)
    print(results)


asyncio.run(main())
