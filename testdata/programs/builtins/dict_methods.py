# The methods of dict; insertion order; views.
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 9
print(d, list(d), d.get('x'), d.get('x', 0), d.pop('a'), d.pop('nope', None), len(d), 'c' in d)
print(d.setdefault('n', []), d.setdefault('c', 7), d.keys(), d.values(), d.items())
d.update({'z': 1}, y=2)
d.update([('p', 1), ('q', 2)])
print(d, d.popitem(), dict(a=1, **{'b': 2}), dict([(1, 2)]), dict(zip('ab', (1, 2))), dict.fromkeys('ab', 0))
print(d | {'b': 0}, {**d}, d == dict(reversed(d.items())), list(reversed(d)), {1: 'a'}.keys() & {1, 2}, d.items() >= {('b', 9)})
for k, v in d.items():
    print(k, v, end=' ')
print()
for f in [lambda: d['none'], lambda: {}.popitem(), lambda: d.pop('none'), lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict([1]), lambda: dict([(1, 2, 3)])]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
