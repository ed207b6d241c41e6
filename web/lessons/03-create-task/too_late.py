import asyncio

COPY = 2   #@param {type:"slider", min:0, max:5}
PRINT = 3  #@param {type:"slider", min:0, max:5}


async def job(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "ends")


async def main():
    await asyncio.create_task(job("copy", COPY), name="copy")
    await asyncio.create_task(job("print", PRINT), name="print")


asyncio.run(main())
