# The exceptions of urllib, and requests that are wrong before anything is sent.
import io
import urllib.error
import urllib.request

e = urllib.error.URLError('no reason')
print(e, repr(e), e.reason, e.args, isinstance(e, OSError))
e = urllib.error.HTTPError('http://x/y', 404, 'Not Found', {'A': 'b'}, io.BytesIO(b'body'))
print(e, repr(e), e.code, e.reason, e.url, e.headers, e.read(), isinstance(e, urllib.error.URLError))
for url in ('no-scheme', '', '/path'):
    try:
        urllib.request.Request(url)
    except ValueError as e:
        print(e)
r = urllib.request.Request('http://x.org/a/b?c=d', data=b'q=1', headers={'x-one': '1'})
r.add_header('X-TWO', '2')
print(r.get_method(), r.type, r.host, r.selector, r.full_url, r.data, r.header_items(), r.has_header('X-two'))
print(urllib.request.Request('https://h').get_method(), urllib.request.Request('https://h', method='PUT').get_method())
print(r.get_header('X-one'), r.get_header('nothing', 'fallback'), r.get_full_url())
for bad in ('gopher://x/', 'http:///path'):
    try:
        urllib.request.urlopen(bad)
    except urllib.error.URLError as e:
        print(e)
try:
    urllib.request.urlopen('http://x.org/', data='text')
except TypeError as e:
    print(e)
