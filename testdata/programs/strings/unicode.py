# Code points, surrogates, comparison and iteration of non-ASCII strings.
s = 'aé日😀'
print(len(s), s[::-1], s[3], [ord(c) for c in s], list(s))
print(chr(128512), ord('é'), '\u00e9' == 'e\u0301', s.upper(), 'İ'.lower(), len('İ'.lower()))
print('日本' < '日本語', 'Z' < 'a' < 'é', sorted(['é', 'z', 'a', 'Z']))
print('%s:%5s|' % ('日', '本'), s.encode('utf-8'), s.encode('utf-8').decode('utf-8') == s)
名前 = 'identifier'
print(名前, max(s), min(s), 'ÀÉ'.lower())
for bad in [-1, 0x110000]:
    try:
        chr(bad)
    except ValueError as e:
        print(e)
try:
    ord('ab')
except TypeError as e:
    print(e)
