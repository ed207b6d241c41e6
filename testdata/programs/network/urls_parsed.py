# urllib.parse: urlparse, urlsplit, their properties, and putting URLs together.
from urllib.parse import urldefrag, urlparse, urlsplit, urlunparse, urlunsplit

URLS = [
    'https://user:pw@Example.COM:8080/path;params/a;b?q=1&r=#frag', 'http://example.com', '//host/path', '/path?x#y',
    'mailto:someone@example.com', 'path/only', '', 'HTTP://[::1]:80/x', 'http://h/?a?b#c#d', 'file:///etc/hosts',
    'a:b:c', 'http:/one', '1http://x', 'http://host:/p', '  https://padded.example/ ', 'ht\ntp://x/y\tz', 'x?y', 'http:?q',
]
for url in URLS:
    parsed, split = urlparse(url), urlsplit(url)
    print(parsed)
    print(split, split.hostname, split.port, split.username, split.password)
    print(parsed.geturl(), split.geturl(), urldefrag(url))
print(urlsplit(b'http://x/y?z'), urlunsplit((b'http', b'x', b'/y', b'', b'')))
print(urlunparse(('https', 'h', 'p', 'params', 'q', 'f')), urlunsplit(['', '', '//x', 'q', '']))
print(urlparse('//x.org/y', 'ftp'), urlparse('http://x/y#z', allow_fragments=False))
print(urlparse('http://x/y')._replace(path='/z').geturl())
for bad in ('http://h:99999/', 'http://h:port/'):
    try:
        print(urlsplit(bad).port)
    except ValueError as e:
        print(e)
for bad in ('http://[::1', ):
    try:
        print(urlsplit(bad))
    except ValueError as e:
        print(e)
try:
    urlparse('http://x', b'http')
except TypeError as e:
    print(e)
