# Shell patterns.
import fnmatch
import re

names = ['a.py', 'b.txt', 'ab.py', '[x]', 'a-b', '', 'A.PY', 'x]', 'é.py']
for pat in ['*.py', '?.py', '[ab].*', '[!a]*', '[[]x]', '[]x]*', '*', '**', 'a[-]b', '[a-c]*', '[z-a]', '[!z-a]', '[a', '[!]', 'a.p[yz]', '*-*']:
    print(pat, [n for n in names if fnmatch.fnmatchcase(n, pat)], fnmatch.filter(names, pat))
print(bool(re.match(fnmatch.translate('*.p?'), 'q.py')), fnmatch.fnmatch(b'a.py', b'*.py'))
