# repr of strings chooses quotes and escapes what is not printable; source escapes.
for s in ["a", "it's", 'say "hi"', "it's \"both\"", '\n\t\r\\', '\x00\x07\x7f\x80', '\u200b\u3042\U0001f600', 'é']:
    print(repr(s), ascii(s), len(s))
print('\101\x41\u0041\N{LATIN CAPITAL LETTER A}', r'\n', 'a\
b', '\'\"', "\v\f\b".encode())
print([str(x) for x in ('a', 1, None)], ['\''], ('"',), {'k': "'"})
print('''triple "quotes" 'inside' ''', """a
b""")
