import asyncio

balance = 100


async def withdraw(name, amount, lock):
    global balance
    async with lock:
        print(name, "sees", balance)
        if balance >= amount:
            await asyncio.sleep(0.5)  # without the lock, the other looks now
            balance -= amount
            print(name, "took", amount)
        else:
            print(name, "gets nothing")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(withdraw("ann", 80, lock), withdraw("bob", 50, lock))
    print("left:", balance)


asyncio.run(main())
