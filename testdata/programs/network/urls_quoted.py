# urllib.parse: quoting, query strings.
from urllib.parse import (parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus,
                          unquote_to_bytes, urlencode)

print(quote('a b/c?d=é&f~g'), quote('a/b', safe=''), quote_plus('a b+c/d'), quote(b'\x00\xff'), quote(''))
print(quote('é', encoding='latin-1'), quote_from_bytes(b'a b', safe=b' '), quote_plus('a b', safe=' '))
print(unquote('a%20b%C3%A9%zz%4'), unquote_plus('a+b%2Bc'), unquote_to_bytes('a%20%ff'), unquote('%ff'))
print(unquote('%E9', encoding='latin-1'), unquote(b'a%20b'))
print(urlencode({'a': 1, 'b': 'x y', 'é': None}), urlencode([('k', [1, 2])]), urlencode({'k': [1, 2], 's': 'ab'}, doseq=True))
print(urlencode({'a': b'\xff', 'b': '/'}, safe='/'), urlencode({'a b': 'c d'}, quote_via=quote))
print(parse_qs('a=1&b=2&a=3&c=&d'), parse_qs('a=1&c=&d', keep_blank_values=True), parse_qsl('x=%20+y&z=%C3%A9'))
print(parse_qsl('a=1;b=2', separator=';'), parse_qs(''), parse_qs(b'a=1'))
for call in (lambda: parse_qs('a', strict_parsing=True), lambda: urlencode('abc'), lambda: quote(1),
             lambda: quote(b'x', encoding='utf-8'), lambda: parse_qsl('a=1&b=2', max_num_fields=1)):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
