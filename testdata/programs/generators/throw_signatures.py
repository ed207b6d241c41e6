# throw() with one argument, and its old form with type, value and traceback.
import asyncio
import warnings


def gen():
    while True:
        try:
            yield 1
        except Exception as e:
            print(repr(e), e.__traceback__ is not None)


async def main():
    return asyncio.get_running_loop().create_future()


future = asyncio.run(main())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for make in (gen, lambda: iter(future)):
        for args in [(ValueError('a'),), (ValueError,), (ValueError, 'text'), (ValueError, ('a', 'b')), (ValueError, None, None),
                     (ValueError, KeyError('k')), (ValueError, ValueError('v'), 32), (ValueError('a'), ValueError('b')), (list,), (3,)]:
            g = make()
            try:
                next(g)
                g.throw(*args)
            except Exception as e:
                print(args, '->', type(e).__name__, str(e)[:40])
            future._asyncio_future_blocking = False
print(len(caught), caught[0].category.__name__, caught[0].message)
it = iter(future)
print(next(it) is future, future._asyncio_future_blocking)
try:
    next(it)
except RuntimeError as e:
    print(e)
future.cancel()
