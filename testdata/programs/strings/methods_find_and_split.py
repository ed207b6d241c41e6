# Searching and splitting methods of str.
s = 'the cat and the hat'
print(s.find('the'), s.find('the', 1), s.rfind('the'), s.find('dog'), s.index('cat'), s.count('a'), s.count(''))
print(s.split(), s.split(' ', 2), s.rsplit(' ', 1), s.split('the'), ' a  b '.split(), ' a  b '.split(' '))
print(s.partition(' and '), s.partition('x'), s.rpartition(' '))
print('a\nb\r\nc\n'.splitlines(), 'a\nb\n'.splitlines(True), ''.split(), ''.split(','))
print(s.startswith('the'), s.startswith(('a', 't')), s.endswith('hat', 3), s.startswith('cat', 4))
print('cat' in s, 'dog' not in s, '' in s)
try:
    s.index('dog')
except ValueError as e:
    print(e)
try:
    s.split('')
except ValueError as e:
    print(e)
