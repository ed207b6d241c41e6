# The is… methods of str on awkward input.
for s in ['', 'abc', 'ABC', 'abc1', '12', ' ', 'Ab Cd', '²', '٣', 'é', 'a_b', '1a', 'if', '\t\n', '-1', '½']:
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isupper(), s.islower(), s.isspace(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
