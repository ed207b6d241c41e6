# A map over chunks in threads, reduced in the loop.
import asyncio
import time
from collections import Counter
from functools import reduce

TEXT = 'the cat and the dog and the bird ' * 3


def count(words):
    time.sleep(len(words) / 10)
    return Counter(words)


async def main():
    words = TEXT.split()
    chunks = [words[i:i + 8] for i in range(0, len(words), 8)]
    counters = await asyncio.gather(*(asyncio.to_thread(count, c) for c in chunks))
    total = reduce(lambda a, b: a + b, counters)
    print(total.most_common(3), len(chunks), time.monotonic())


asyncio.run(main())
