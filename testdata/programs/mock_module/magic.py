# Special methods of MagicMock.
from unittest.mock import MagicMock, Mock, PropertyMock, mock_open, seal

m = MagicMock()
print(len(m), bool(m), int(m), float(m), complex(m), list(m), 3 in m, m == m, m == 3, m != 3, m != m, hash(m) == hash(m))
m.__len__.return_value = 5
m.__getitem__.side_effect = lambda i: i * 2
m.__contains__.return_value = True
m.__iter__.return_value = [1, 2]
m.__str__.return_value = 'text'
print(len(m), m[4], 9 in m, list(m), list(m), str(m), f'{m}')
print(m.__getitem__.call_args, [repr(c).partition('<')[0] for c in m.mock_calls if 'len' not in repr(c)])
m['a'] = 1
del m['b']
print(m.__setitem__.call_args, m.__delitem__.call_args)
with m as entered:
    print(entered is m.__enter__.return_value)
print(m.__exit__.call_args, [str(c) for c in m.mock_calls[-2:]])
print(type(m + 1).__name__, type(2 - m).__name__, type(-m).__name__)
for compare in (lambda: MagicMock() < 3, lambda: Mock() + 1, lambda: len(Mock()), lambda: Mock()[0], lambda: iter(Mock())):
    try:
        compare()
    except TypeError as e:
        print(e)
plain = Mock()
plain.__len__ = lambda self: 4
plain.__enter__ = Mock(return_value='entered')
plain.__exit__ = Mock(return_value=False)
with plain as x:
    print(x, len(plain))
for name in ('__init__', '__getattr__'):
    try:
        setattr(plain, name, 1)
    except AttributeError as e:
        print(e)


class Spec:
    attribute = 3

    def method(self, a, b=2):
        pass

    def __len__(self):
        return 1


def show(function):
    try:
        print(function())
    except (AttributeError, TypeError, AssertionError) as e:
        print(type(e).__name__, '|', e)


s = MagicMock(spec=Spec)
print(isinstance(s, Spec), len(s), repr(s).partition(' id=')[0])
for f in (lambda: s.missing, lambda: s[0], lambda: s.method(1, 2, 3, 4) and 'no check', lambda: setattr(s, 'new', 1), lambda: s.new,
          lambda: setattr(Mock(spec_set=Spec), 'new', 1), lambda: Mock(['a', 'b']).a and 'there', lambda: Mock(['a', 'b']).c,
          lambda: s.method.assert_called_with(1, b=2), lambda: s.method.assert_called_with(1, 2, 3, 4)):
    show(f)


class Owner:
    pass


Owner.value = PropertyMock(return_value=8)
o = Owner()
print(o.value, Owner.__dict__['value'].mock_calls)
o.value = 9
print(Owner.__dict__['value'].mock_calls)
tree = Mock()
tree.a.b.return_value = 3
seal(tree)
show(lambda: tree.a.b())
show(lambda: tree.a.c)
show(lambda: setattr(tree, 'new', 3))
opened = mock_open(read_data='one\ntwo\n')
with opened('file') as f:
    print(repr(f.read()))
with opened('file') as f:
    print(f.readline(), list(f))
f.write('x')
print(opened.mock_calls[0], f.write.call_args)
print([n for n in dir(Mock(['x'])) if not n.startswith('assert')])
