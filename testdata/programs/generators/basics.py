# Laziness, next, exhaustion, return value in StopIteration.
def gen(n):
    print('started')
    for i in range(n):
        print('yielding', i)
        yield i
    print('finished')
    return 'result'


g = gen(2)
print('made', type(g).__name__)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print('stop', e.value)
print(list(g), list(gen(1)))
