# An exception whose __str__ raises, and one of a module-level class in a class.
class Outer:
    class Inner(Exception):
        def __str__(self):
            return 1 / 0


raise Outer.Inner('x')
