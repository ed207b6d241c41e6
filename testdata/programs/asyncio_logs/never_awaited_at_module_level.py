# At module level, in a loop, in a with block, in an exception handler; one warning for each place.
import asyncio, contextlib
async def fetch(n): return n
c = fetch(1)
c = 2
for i in range(3):
    fetch(i)
for i in range(3):
    x = fetch(i)
x = None
print('loops')
with contextlib.suppress(ValueError):
    y = fetch(5)
    raise ValueError
y = 1
print('with')
try:
    z = fetch(6)
    1 / 0
except ZeroDivisionError:
    z = None
    print('handler')
def f():
    a = fetch(7)
    b = fetch(8)
    if a:
        return b
f()
print('f')
r = f()
r.close()
print('closed')
def gen():
    g = fetch(9)
    yield 1
    yield 2
for v in gen(): print(v)
print('gen')
