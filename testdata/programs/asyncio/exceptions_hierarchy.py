# The asyncio exceptions and their bases.
import asyncio

for e in [asyncio.CancelledError, asyncio.TimeoutError, asyncio.InvalidStateError, asyncio.QueueEmpty, asyncio.QueueFull]:
    print(e.__name__, e.__module__, e is TimeoutError, issubclass(e, Exception), issubclass(e, OSError))
try:
    raise asyncio.TimeoutError('late')
except TimeoutError as e:
    print(repr(e))
