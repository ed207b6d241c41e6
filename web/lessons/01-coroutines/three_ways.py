import asyncio

SENCHA = 2   #@param {type:"slider", min:0, max:6}
HOJICHA = 3  #@param {type:"slider", min:0, max:6}


async def brew(tea, seconds):
    print("water on for", tea)
    await asyncio.sleep(seconds)
    print(tea, "is ready")


async def main():
    await brew("sencha", SENCHA)
    pot = asyncio.create_task(brew("hojicha", HOJICHA), name="hojicha")
    print("main sets the table")
    await asyncio.sleep(1)
    print("the table is set")
    await pot


asyncio.run(main())
