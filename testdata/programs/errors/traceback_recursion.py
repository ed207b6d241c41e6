# RecursionError with the repeated lines folded.
def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])


def count(n):
    if n == 0:
        raise ValueError('bottom')
    count(n - 1)


count(6)
