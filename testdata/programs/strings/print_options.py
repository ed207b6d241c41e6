# print's sep, end, file-less flush and non-string arguments.
print()
print(1, 'a', None, 2.0, [1], sep='')
print(1, 2, sep=', ', end='!\n')
print('a', end='')
print('b', flush=True)
print(*range(3), sep='\n')
print('no newline', end='', flush=True)
print('', '', sep='|')
print(sep='x')
try:
    print(1, sep=2)
except TypeError as e:
    print(e)
try:
    print(1, foo=2)
except TypeError as e:
    print(e)
