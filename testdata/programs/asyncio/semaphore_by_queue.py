# A queue of tokens limits how many run at once.
import asyncio


async def job(i, tokens, log):
    token = await tokens.get()
    log.append((asyncio.get_running_loop().time(), 'start', i, token))
    await asyncio.sleep(1 + i % 2)
    log.append((asyncio.get_running_loop().time(), 'end', i))
    tokens.put_nowait(token)


async def main():
    tokens, log = asyncio.Queue(), []
    for t in 'AB':
        tokens.put_nowait(t)
    await asyncio.gather(*(job(i, tokens, log) for i in range(5)))
    for entry in log:
        print(*entry)


asyncio.run(main())
