# An uncaught exception group with a nested one, causes and notes.
def make(n):
    try:
        raise ValueError(n)
    except ValueError as e:
        e.add_note(f'note {n}\nsecond line')
        return e


def cause():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError('k') from e
    except KeyError as e:
        return e


raise ExceptionGroup('outer', [
    make(1),
    ExceptionGroup('inner', [make(2), cause()]),
    TypeError('last'),
])
