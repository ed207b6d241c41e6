# Nested quotes, nested f-strings and expressions over lines (3.12 grammar).
d = {'key': [1, 2]}
print(f'{d['key']}', f"{d["key"][0]}", f'{f'{f'{1 + 1}'}'}')
print(f'{'\n'.join(['a', 'b'])}')
print(f'{
    d['key'][1]  # a comment
    + 1
}')
print(f'{1:{'0'}{2 + 2}}', f'{'a' 'b'}', f'{[x for x in range(3)]}', f'{ {'a': 1}['a'] }')
print(rf'{1}\n{2}', fr'\d{3}', f'\t{4}\x41\u00e9\N{BULLET}')
print(f'{{{{}}}} {{{1}}}', f'{lambda_ if (lambda_ := 5) else 0}')
print(f"{'{}'}", f'{"{{"}', f'{1:}', f'{1!r:}')
