import asyncio


async def pay():
    await asyncio.sleep(2)
    print("paid")
    return "receipt"


async def checkout(payment):
    return await asyncio.shield(payment)


async def main():
    payment = asyncio.create_task(pay(), name="pay")
    try:
        async with asyncio.timeout(1):
            await checkout(payment)
    except TimeoutError:
        print("the customer has gone; the payment goes on")
    print(await payment)


asyncio.run(main())
