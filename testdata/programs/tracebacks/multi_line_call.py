# A call over several lines, with the first and the last lines shown.
def fail(*args):
    raise ValueError('many args',
                     len(args))


value = 1 + fail(
    1,
    2,
    3,
    4,
    5,
    6,
)
