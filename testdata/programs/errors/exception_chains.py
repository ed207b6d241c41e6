# causes, contexts, notes, wrong raises
import asyncio


class AppError(Exception):
    def __init__(self, code, **ctx): super().__init__(code, ctx); self.code, self.ctx = code, ctx
    def __str__(self): return f"[{self.code}] " + ", ".join(f"{k}={v!r}" for k, v in self.ctx.items())


async def low(): raise ConnectionResetError(104, "Connection reset by peer")
async def mid():
    try: await low()
    except OSError as e: raise AppError("E42", host="db", tries=3) from e
async def high():
    try: await mid()
    except AppError: raise RuntimeError("request failed")
async def top():
    try: await high()
    except RuntimeError as e:
        c = e
        while c: print(type(c).__name__, "|", c, "| cause:", type(c.__cause__).__name__, "| ctx:", type(c.__context__).__name__, c.__suppress_context__); c = c.__cause__ or c.__context__
    try:
        try: raise ValueError("a")
        finally: raise KeyError("b")
    except KeyError as e: print(repr(e.__context__))
    try:
        try: 1 / 0
        except ZeroDivisionError: raise ValueError("hidden") from None
    except ValueError as e: print(e.__cause__, repr(e.__context__))
    e = ValueError("x", 1); e.add_note("n1"); print(e.__notes__, e.args, repr(e), str(e), e.with_traceback(None) is e)
    try: raise e from 5
    except TypeError as t: print(t)
    try: raise "string"
    except TypeError as t: print(t)
    try: raise ValueError from KeyError
    except ValueError as v: print(repr(v.__cause__))
    try: assert 1 == 2, f"one is not {1 + 1}"
    except AssertionError as a: print(a)
    print(issubclass(TimeoutError, OSError), asyncio.TimeoutError is TimeoutError, asyncio.CancelledError.__mro__)
    await high()

asyncio.run(top())
