import asyncio

ROOM = 0  #@param {type:"slider", min:0, max:3}


async def baker(shelf):
    for loaf in "rye", "oat", "corn":
        await asyncio.sleep(1)
        await shelf.put(loaf)
        print("baked", loaf)


async def main():
    shelf = asyncio.Queue(maxsize=ROOM)
    task = asyncio.create_task(baker(shelf), name="baker")
    for _ in range(3):
        loaf = await shelf.get()
        print("sold", loaf)
        await asyncio.sleep(3)
    await task


asyncio.run(main())
