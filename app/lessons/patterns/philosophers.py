import asyncio

SEATS = 4  #@param {type:"slider", min:2, max:7}


async def dine(name, left, right):
    async with left:
        print(name, "has the left fork")
        await asyncio.sleep(0.1)
        async with right:
            print(name, "eats")
            await asyncio.sleep(0.5)


async def main():
    forks = [asyncio.Lock() for _ in range(SEATS)]
    async with asyncio.TaskGroup() as table:
        for seat in range(SEATS):
            left, right = forks[seat], forks[(seat + 1) % SEATS]
            name = f"guest-{seat}"
            table.create_task(dine(name, left, right), name=name)
    print("everybody has eaten")


asyncio.run(main())
