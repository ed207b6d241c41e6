# Leaving a for loop early drops a temporary generator at once: its finally runs.
def gen():
    try:
        yield 1
        yield 2
    finally:
        print('cleanup')


for x in gen():
    print(x)
    break
print('after loop')
g = gen()
for x in g:
    break
print('still held')
g.close()
print('closed')


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


h = ignores()
next(h)
try:
    h.close()
except RuntimeError as e:
    print(e)
