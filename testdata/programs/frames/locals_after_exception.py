# What f_locals shows of frames that an exception has left; capture_locals.
import sys, traceback, asyncio, inspect
def inner(a, b=2):
    c = a + b
    d = [c]
    raise ValueError(c)
def outer(x):
    y = x * 2
    inner(y)
try:
    outer(3)
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, {k: v for k, v in tb.tb_frame.f_locals.items() if not k.startswith('__')} if tb.tb_frame.f_code.co_name != '<module>' else sorted(k for k in tb.tb_frame.f_locals if not k.startswith('__')))
        last = tb
        tb = tb.tb_next
    print(last.tb_frame.f_locals['d'], last.tb_frame.f_back and last.tb_frame.f_back.f_code.co_name, last.tb_frame.f_lineno)
async def co(n):
    k = n + 1
    await asyncio.sleep(0.1)
    m = k / 0
async def main():
    try:
        await co(4)
    except ZeroDivisionError as e:
        for frame, line in traceback.walk_tb(e.__traceback__):
            print(frame.f_code.co_name, line, frame.f_locals)
    r = await asyncio.gather(co(5), return_exceptions=True)
    tb = r[0].__traceback__
    while tb.tb_next: tb = tb.tb_next
    print(tb.tb_frame.f_locals)
asyncio.run(main())
try:
    outer(4)
except ValueError:
    te = traceback.TracebackException(*sys.exc_info(), capture_locals=True)
    print([s.locals for s in te.stack if s.name != '<module>'])
    for fi in inspect.trace():
        if fi.function != '<module>': print(fi.function, fi.lineno, fi.frame.f_locals)
def gen(z):
    yield z
    q = 3
    raise KeyError(z)
try:
    list(gen(9))
except KeyError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals)
def closure():
    free = 1
    cell = [2]
    def in_it():
        own = free
        cell.append(own)
        1/0
    try:
        in_it()
    except ZeroDivisionError as e:
        print(e.__traceback__.tb_frame.f_locals['cell'], e.__traceback__.tb_next.tb_frame.f_locals)
closure()
def shows():
    secret = [1]
    try:
        outer(5)
    except ValueError as e:
        raise KeyError('k') from e
try:
    shows()
except KeyError as e:
    print(''.join(traceback.TracebackException.from_exception(e, capture_locals=True).format()).split('"program.py"')[0][:40])
    for line in traceback.TracebackException.from_exception(e, capture_locals=True).stack[-1]._asdict() if False else traceback.TracebackException.from_exception(e, capture_locals=True).__cause__.stack.format():
        print(line, end='')
