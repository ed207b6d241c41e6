# eval(), exec() and compile(): namespaces, results, errors with their places
import math
import traceback, sys

x = 10
print(eval("x + 1"), eval("  x * 2"), eval("x", {"x": 5}), eval("a + b", {"a": 1}, {"b": 2}), eval("[i * x for i in range(3)]"), eval("(lambda y: y + x)(1)"), eval("max(3, 4)", {"__builtins__": {}, "max": max}))
try: eval("open('x')", {"__builtins__": {}})
except NameError as e: print(e)
try: eval("__import__('os')", {"__builtins__": None})
except Exception as e: print(type(e).__name__, e)
exec("y = x + 5\nprint('in exec', y)")
print(y)
ns = {}
exec("""
import math
def area(r):
    '''doc'''
    return math.pi * r ** 2
class P:
    n = 3
    def m(self): return [self.n for _ in range(2)]
""", ns)
print(ns["area"](2), ns["P"]().m(), sorted(k for k in ns if k != "__builtins__"), ns["area"].__doc__, ns["P"].__module__)
def f():
    a, b = 1, 2
    exec("c = a + b")
    print(eval("a * 10 + b"), "c" in locals(), sorted(locals()))
    l = {}
    exec("c = 7", {}, l); print(l)
    try: eval("[a for _ in range(2)]"); print(eval("[a for _ in range(2)]"))
    except NameError as e: print(e)
    try: print(eval("list(a for _ in range(2))"))
    except NameError as e: print(e)
f()
code = compile("x ** 2", "<calc>", "eval")
print([eval(code, {"x": i}) for i in range(4)], code.co_name, code.co_filename)
for src in ("1 +", "x = 1", "(1", "1 2", "import os", "", "'abc", "f(", "a b c", "x ==", "yield 1", "lambda: (yield)", "*a", "print 1", "  1", "1\n2", "def", "if x"):
    try: print(src, "->", eval(src))
    except SyntaxError as e: print(repr(src), "->", type(e).__name__, e, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
    except Exception as e: print(repr(src), type(e).__name__, e)
for src in ("x = = 1", "def f():\nreturn 1", "for i in range(3) print(i)", "return 5", "x = (1,\n2", "break", "await x", "  x = 1", "if 1:\n\tx\n        y", "f() = 1", "from x import *; def"):
    try: exec(src, {})
    except SyntaxError as e: print("".join(traceback.format_exception_only(e)), e.args[0])
exec("def boom():\n    return 1/0")
try: boom()
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
try: eval("1/0")
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
try: exec(5)
except TypeError as e: print(e)
try: eval("1", 5)
except TypeError as e: print(e)
try: compile("1", "f", "what")
except ValueError as e: print(e)
exec("global g\ng = 1\nfor i in range(2): pass\ndel i\nz: int = 3")
print(g, z, __annotations__)
exec(compile("print(__name__, [j for j in range(2)], {k: x for k in 'a'})", "m.py", "exec"))
ops = {"+": "a + b", "-": "a - b", "max": "max(a, b)"}
print({k: eval(v, {}, dict(a=5, b=3)) for k, v in ops.items()})
print(eval("1 if x > 5 else 2"), eval("f'{x:>5}'"), eval("x.bit_length()"), eval(b"x + 1"), eval("math.sqrt(16)"), eval("{'a': (1, 2)}['a'][1]"), eval("x > 5 and x < 20"), eval("(n := 4) + n"))
exec("print(undefined_name)")
