# A timeout by call_later and a future, as callback code does it.
import asyncio


async def wait_reply(loop, delay, limit):
    reply = loop.create_future()
    loop.call_later(delay, lambda: reply.done() or reply.set_result('reply'))
    handle = loop.call_later(limit, lambda: reply.done() or reply.set_exception(TimeoutError('no reply')))
    try:
        return await reply
    finally:
        handle.cancel()


async def main():
    loop = asyncio.get_running_loop()
    print(await wait_reply(loop, 1, 2))
    try:
        await wait_reply(loop, 3, 2)
    except TimeoutError as e:
        print(e, loop.time())


asyncio.run(main())
