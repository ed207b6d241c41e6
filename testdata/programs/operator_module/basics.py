# operator and copy.
import copy
import operator

print(operator.itemgetter(1)([5, 6]), operator.itemgetter('a', 'b')({'a': 1, 'b': 2}), operator.attrgetter('real')(5), operator.methodcaller('upper')('x'), operator.add(1, 2), operator.mul(3, 4))
print(sorted([('b', 2), ('a', 3)], key=operator.itemgetter(1)), operator.contains([1], 1), operator.not_(0))
a = [1, [2, 3], {'k': [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]['k'].append(9)
print(b, c)
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d, d[1] is d)
