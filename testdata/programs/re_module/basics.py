# search, match, fullmatch, findall, finditer, sub, split, groups, flags, errors.
import re

m = re.search(r'(?P<user>\w+)@(\w+)\.com', 'mail bob@example.com now')
print(m, m.group(), m.group('user'), m.groups(), m.span(), m.start(2), m.groupdict(), m[2])
print(re.match('b', 'abc'), re.fullmatch(r'\d+', '123'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'\d+', 'a12 3'), [x.group() for x in re.finditer('a.', 'abac')])
print(re.sub(r'\s+', ' ', 'a  b \n c'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('a', lambda m: m.group().upper(), 'banana', count=2), re.subn('x', 'y', 'xx'))
print(re.split(r'[,;]\s*', 'a, b;c'), re.split('(-)', 'a-b'), re.compile('AB', re.I).findall('ab AB'), re.findall('^x', 'x\nx', re.M), re.search('a.b', 'a\nb', re.S) is not None, re.escape('a.b*'))
print(re.findall(r'<.*?>', '<a><b>'), re.findall(r'(?:ab)+', 'ababx'), re.findall(r'\b\w', 'one two'), re.findall(r'(?<=\$)\d+', '$5 6'), re.findall(r'a(?!b)', 'ab ac'), re.findall(r'(a)|b', 'ab'))
try:
    re.compile('(')
except re.error as e:
    print(e)
