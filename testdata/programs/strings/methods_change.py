# Changing methods of str.
s = 'heLLo wOrld'
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), 'Straße'.casefold(), 'ß'.upper())
print('  x '.strip(), '[' + '  x '.lstrip() + ']', '[' + '  x '.rstrip() + ']', 'xxayx'.strip('xy'), '..a.'.lstrip('.'))
print('a-b-c'.replace('-', '+'), 'a-b-c'.replace('-', '', 1), 'aaa'.replace('', '.'))
print('x'.center(7, '*'), 'ab'.center(5) + '|', 'x'.ljust(4, '.'), 'x'.rjust(4), '-42'.zfill(6), '7'.zfill(3))
print('test_name'.removeprefix('test_'), 'name.py'.removesuffix('.py'), 'a\tb'.expandtabs(4))
print(', '.join(['a', 'b']), '-'.join('xyz'), ''.join([]), 'ab'.join(['1']))
print('abc'.translate(str.maketrans('ab', 'xy', 'c')), 'abc'.translate({97: 'ZZ', 98: None}))
print('\u00e9'.encode(), 'abc'.encode('utf-8').decode(), 'x'.encode('ascii'))
try:
    ' '.join(['a', 1])
except TypeError as e:
    print(e)
