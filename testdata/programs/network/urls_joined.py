# urllib.parse.urljoin: the examples of RFC 3986, and a few more.
from urllib.parse import urljoin

BASE = 'http://a/b/c/d;p?q'
LINKS = ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', 'g?y#s', ';x', 'g;x', 'g;x?y#s', '', '.', './', '..',
         '../', '../g', '../..', '../../', '../../g', '../../../g', '../../../../g', '/./g', '/../g', 'g.', '.g', 'g..', '..g',
         './../g', './g/.', 'g/./h', 'g/../h', 'g;x=1/./y', 'g;x=1/../y', 'g?y/./x', 'g#s/../x', 'http:g', 'https://z/w']
for link in LINKS:
    print(f'{link!r:14} {urljoin(BASE, link)}')
for base, link in [('http://x', 'y'), ('http://x/', '/y'), ('http://x/a', 'b'), ('http://x/a/', 'b'), ('', 'b'), ('a', ''),
                   ('mailto:a@b', 'c'), ('http://x/a?q#f', '?r'), ('a/b', '../c'), ('/a/b', 'c'), ('http://x//a//b', 'c')]:
    print((base, link), urljoin(base, link))
