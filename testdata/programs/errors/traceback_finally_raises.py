# An exception of finally has the first as its context.
def f():
    try:
        1 / 0
    finally:
        [].pop()


f()
