# Prefixes, concatenation, escapes, line ends.
print(r'\n', R"\t", b'\x41', rb'\x', Rb'\d', u'u', f'{1}' r'\{2}' 'x', '\x41\101\u00e9\U0001F600\N{EURO SIGN}')
print('a' "b" '''c''' """d""", 'it''s', '\
continued')
x = ('one '
     'two '
     f'{3}')
print(x, len('\n\\'), '\0' == chr(0), '''first
second''', "tab\there")
