# Forgotten await: the local variable goes with the function.
import asyncio
async def fetch(): return 1
async def main():
    x = fetch()
    print(type(x).__name__)
asyncio.run(main())
print('after')
