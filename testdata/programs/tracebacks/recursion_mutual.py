# A recursion of depth 6 that ends in an error: three frames are shown, the rest counted.
def down(n):
    if n == 0:
        raise LookupError('bottom')
    down(n - 1)


down(8)
