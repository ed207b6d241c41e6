# A leading string is the docstring; other bare strings are ignored.
"""not the module docstring? it is: comments do not count"""


def f():
    '''First line.

    Second.'''
    "just an expression"
    return f.__doc__


print(repr(__doc__))
print(repr(f()))
print((lambda: 0).__doc__, f.__name__, f.__qualname__)
