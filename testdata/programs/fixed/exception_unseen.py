import asyncio


async def send(mail):
    await asyncio.sleep(0.3)
    if "@" not in mail:
        raise ValueError(f"no address: {mail}")
    print("sent to", mail)


async def main():
    first = asyncio.create_task(send("ann@example.org"))
    second = asyncio.create_task(send("bob"))
    await asyncio.sleep(1)
    print("both mails are on their way")
    await first
    try:
        await second
    except Exception as error:
        print(f"the task failed: {error!r}")


asyncio.run(main())
