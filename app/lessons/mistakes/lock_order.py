import asyncio


async def deposit(account, ledger):
    async with account:
        await asyncio.sleep(0.1)
        async with ledger:
            print("deposit written")


async def audit(account, ledger):
    async with ledger:
        await asyncio.sleep(0.1)
        async with account:
            print("audit written")


async def main():
    account, ledger = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(deposit(account, ledger), audit(account, ledger))
    print("the day is over")


asyncio.run(main())
