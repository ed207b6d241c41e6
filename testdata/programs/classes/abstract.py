# Abstract base classes cannot be instantiated; the message names what is missing.
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f'{self.name} {self.area()}'


class Half(Shape):
    def area(self):
        return 1


class Square(Half):
    name = 'square'


for c in Shape, Half:
    try:
        c()
    except TypeError as e:
        print(e)
print(Square().describe(), isinstance(Square(), Shape), Shape.__abstractmethods__ >= {'area'})
