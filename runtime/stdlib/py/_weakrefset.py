"""WeakSet, which here keeps its items: no object is finalised while a program runs."""

import types


class WeakSet:
    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def add(self, item):
        from weakref import _check
        _check(item)
        self.data.add(item)

    def update(self, other):
        for item in other:
            self.add(item)

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), None

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        if not self.data:
            raise KeyError('pop from empty WeakSet')
        return self.data.pop()

    def remove(self, item):
        self.data.remove(item)

    def discard(self, item):
        self.data.discard(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def difference_update(self, other):
        self.data.difference_update(list(other))

    def intersection_update(self, other):
        self.data.intersection_update(list(other))

    __iand__ = lambda self, other: (self.intersection_update(other), self)[1]

    def union(self, other):
        return self.__class__([*self, *other])

    def difference(self, other):
        return self.__class__(self.data.difference(list(other)))

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def symmetric_difference(self, other):
        return self.__class__(self.data ^ set(other))

    __or__, __sub__, __and__, __xor__ = union, difference, intersection, symmetric_difference

    def issubset(self, other):
        return self.data.issubset(list(other))

    def issuperset(self, other):
        return self.data.issuperset(list(other))

    def isdisjoint(self, other):
        return not self.intersection(other)

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return self.data < set(other)

    def __gt__(self, other):
        return self.data > set(other)

    def __eq__(self, other):
        return self.data == set(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = None

    def __repr__(self):
        from weakref import ref
        return repr({ref(item) for item in self.data})

    __class_getitem__ = classmethod(types.GenericAlias)
