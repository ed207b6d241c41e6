# Dropped when a plain function returns, and when an attribute or an item is replaced.
import asyncio
async def fetch(n): return n
class Box: pass
def helper():
    c = fetch(1)
    return None
async def main():
    helper()
    b = Box()
    b.c = fetch(2)
    b.c = None
    print('attr')
    d = {}
    d['k'] = fetch(3)
    del d['k']
    print('item')
    d['k'] = fetch(4)
    d = None
    print('dict')
    b.c = fetch(5)
    del b
    print('object')
    l = [fetch(i) for i in range(3)]
    l.pop()
    print('pop')
    l = []
    print('list')
    await asyncio.sleep(0)
    def inner(c):
        c = None
        print('inner')
    inner(fetch(7))
asyncio.run(main())
