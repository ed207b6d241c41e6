# Where the marks stand: operators, subscripts, attributes, calls, several lines.
def try_it(f):
    import traceback
    try:
        f()
    except Exception:
        print(traceback.format_exc())


d = {'a': {'b': None}}
x = [1, 2]
try_it(lambda: d['a']['b']['c'])
try_it(lambda: x[0] + x[5])
try_it(lambda: x[0] + 'text' + 'more')
try_it(lambda: d.get('a').missing.more)
try_it(lambda: int('1') + int('x') + int('2'))
try_it(lambda: (
    x[0]
    / (x[1] - 2)
))
try_it(lambda: len(5))
try_it(lambda: 1 + -'a')
