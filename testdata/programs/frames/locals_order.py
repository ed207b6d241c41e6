# The order of locals(): parameters, locals, captured ones and free ones by name; names of a code object.
def f(b, a):
    z = 1; y = 2; x = 3; w = 4
    def g():
        q = 1
        k = (y, x, a)
        def h(): return q, z
        print(locals())
        return h
    g()
    print(locals())
    print(g.__code__.co_freevars, g.__code__.co_cellvars, f.__code__.co_cellvars, f.__code__.co_varnames)
f(1, 2)
