# A triple-quoted string without end.
def f():
    """never closed
    return 1
