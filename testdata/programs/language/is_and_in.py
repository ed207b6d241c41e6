# is, is not, in, not in over the containers.
a, b = [1], [1]
print(a == b, a is b, a is not b, None is None, a in [b], a not in [[2]], 'ell' in 'hello', 2 in {1: 2}, 1 in {1: 2}, (1,) in {(1,)}, 3 in range(0, 9, 3))
nan = float('nan')
print(nan == nan, nan in [nan], [nan] == [nan], nan is nan, 1.0 in [1], True in [1], '' in 'a')
try:
    1 in 5
except TypeError as e:
    print(e)
try:
    [] in {}
except TypeError as e:
    print(e)
