import asyncio

STAY = 1  #@param {type:"slider", min:0, max:4}


async def upload(name):
    await asyncio.sleep(2)
    print(name, "uploaded")


async def main():
    asyncio.create_task(upload("photo"), name="upload")
    await asyncio.sleep(STAY)
    print("main is done")


asyncio.run(main())
