# A call whose parenthesis is not closed before the next statement.
import asyncio
async def main():
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2)
    print('done')
asyncio.run(main())
