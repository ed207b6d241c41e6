# Temporary generators that are left early: their finally runs at once.
def gen(n):
    try:
        for i in range(n): yield i
    finally: print('closed', n)
for x in gen(3):
    if x == 1: break
print('after break')
def f():
    for x in gen(4):
        return x
print(f(), 'after return')
def g():
    for x in gen(5):
        for y in gen(6):
            if y == 1: break
        if x == 1: break
g(); print('nested')
for x in gen(2): pass
else: print('else')
keep = gen(8)
for x in keep: break
print('kept', next(keep)); keep.close()
def outer():
    yield from gen(3)
for x in outer(): break
print('yield from')
def cont():
    for x in gen(3):
        try:
            if x == 1: break
            continue
        finally: print('inner', x)
cont()
