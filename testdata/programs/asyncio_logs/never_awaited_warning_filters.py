# Warnings as errors, recorded, ignored.
import asyncio, warnings
async def fetch(n): return n
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    c = fetch(1)
    c = None
    print([(str(x.message), x.category.__name__, x.lineno) for x in w])
warnings.simplefilter('ignore')
fetch(2)
print('end')
