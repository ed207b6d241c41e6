# await inside a lambda of a coroutine.
async def main():
    return lambda x: await x
