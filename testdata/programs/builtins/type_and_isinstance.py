# type, isinstance, issubclass, callable, id-free identity, None and Ellipsis.
print(type(1), type('a').__name__, type(None), type([]) is list, isinstance(1, (str, int)), isinstance(True, int), isinstance([], dict), issubclass(bool, int), isinstance(1, int | str))
print(callable(print), callable(5), callable(lambda: 0), None is None, [] is [], ..., Ellipsis is ..., NotImplemented)
print(type(lambda: 0).__name__, type(print).__name__, type(iter([])).__name__, type({}.items()).__name__, type(range(1)).__name__, type(ValueError()).__name__)
print(isinstance(KeyError('a'), LookupError), issubclass(ZeroDivisionError, ArithmeticError), KeyError.__mro__[1:4], Exception.__name__)
print(int, str, list, ValueError, print, len, type)
try:
    isinstance(1, 'int')
except TypeError as e:
    print(e)
