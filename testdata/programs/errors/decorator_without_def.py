# A decorator before something else than def or class.
@staticmethod
x = 1
