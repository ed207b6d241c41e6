# yield from: values, sends, throws and the return value pass through.
def inner():
    try:
        x = yield 1
        print('inner got', x)
        y = yield 2
        print('inner got', y)
    except ValueError as e:
        print('inner caught', e)
        yield 'after error'
    return 'inner result'


def outer():
    result = yield from inner()
    print('outer got', result)
    yield from 'ab'
    yield from range(2)
    return 'end'


g = outer()
print(next(g), g.send('x'), g.throw(ValueError('v')), next(g), list(g))


def walk(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from walk(t)
    else:
        yield tree


print(list(walk([1, [2, [3, []], 4]])))
