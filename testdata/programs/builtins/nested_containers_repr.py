# repr of nested and self-referring containers.
a = [1, 'two', 3.0, None, (4,), {5: [6]}, {7}, b'8', True, ..., range(9)]
print(a)
b = [1]
b.append(b)
print(b)
d = {}
d['self'] = d
d['t'] = (d, b)
print(d)
print([[]], {}, ((),), {(): {}}, [{}], frozenset([1, 2]), {'a': {'b': {'c': []}}})
