# Nested finally blocks with exceptions, returns and loops in coroutines.
import asyncio


async def f(mode):
    for i in range(3):
        try:
            try:
                await asyncio.sleep(0)
                if mode == 'break' and i == 1:
                    break
                if mode == 'raise' and i == 1:
                    raise ValueError(i)
                if mode == 'return' and i == 1:
                    return i
            finally:
                await asyncio.sleep(0)
                print(mode, 'inner', i)
        except ValueError as e:
            print('caught', e)
        finally:
            print(mode, 'outer', i)
    return 'end'


async def main():
    for mode in 'plain', 'break', 'raise', 'return':
        print(await f(mode))


asyncio.run(main())
