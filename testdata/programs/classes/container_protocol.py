# __len__, __getitem__, __setitem__, __contains__, __iter__, __bool__, __reversed__, __missing__.
class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        print('getitem', i)
        return self.items[i]

    def __setitem__(self, i, v):
        print('setitem', i, v)

    def __delitem__(self, i):
        print('delitem', i)


class Default(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


b = Bag('a', 'b', 'c')
print(len(b), b[1], b[0:2], b[-1], 'c' in b, list(b), bool(Bag()), bool(b))
b[5] = 'x'
b[1:2] = 'y'
del b[0]
print([x for x in reversed(b)])
d = Default()
print(d['ab'], d, d.get('zz'))
