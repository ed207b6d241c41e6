import asyncio


async def pay():
    await asyncio.sleep(2)
    print("paid")
    return "receipt"


async def main():
    payment = asyncio.create_task(pay(), name="pay")
    try:
        async with asyncio.timeout(1):
            await payment
    except TimeoutError:
        print("no answer yet; the payment goes on")
    print(await payment)


asyncio.run(main())
