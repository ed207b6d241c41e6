# When generators and asynchronous ones are closed that the program drops: variables, containers, iterators, threads, queues, tasks.
import asyncio, contextlib, itertools, threading
def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print('finally', name)
@contextlib.contextmanager
def cm(name):
    print('enter', name)
    try:
        yield name
    finally:
        print('exit', name)
class C:
    def __iter__(self):
        try:
            yield 1
            yield 2
        finally:
            print('C done')
def f():
    with cm('a') as a, cm('b'):
        x = 1
        for i in range(3):
            x += i
        print(x)
    g = gen('g'); next(g)
    h = gen('h'); next(h)
    l = [gen('l1'), gen('l2')]
    for x in l: next(x)
    print('made')
    g = None
    print('g dropped')
    l.pop()
    print('popped')
    del l
    print('l dropped')
    for x in C():
        break
    print('C left')
    it = itertools.chain([5], gen('chain'), gen('never'))
    print(next(it), next(it))
    print('chain')
    it = None
    print('chain dropped')
    it = itertools.chain.from_iterable(gen(n) for n in 'xyz')
    print(next(it)); print(next(it)); print(next(it))
    it = itertools.islice(gen('islice'), 5)
    print(next(it))
    print('islice')
    d = {'k': gen('dict')}
    next(d['k'])
    d.clear()
    print('dict cleared')
    def inner():
        y = gen('inner')
        next(y)
        return y
    y = inner()
    print('inner returned')
    inner()
    print('inner discarded')
    z = inner
    def outer():
        yield from gen('outer')
    o = outer(); next(o)
    print('outer')
    del o
    print('outer dropped')
    try:
        yv = gen('raised'); next(yv)
        raise ValueError
    except ValueError as e:
        yv = None
        print('caught')
    print('end of f')
f()
print('f done')
def bad():
    try:
        yield 1
    finally:
        raise KeyError('bad')
b = bad(); next(b); b = None
print('bad gone')
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass
b = stubborn(); next(b); b = None
print('stubborn gone')
async def agen(name):
    try:
        yield 1
        yield 2
    finally:
        print('async finally', name)
class A:
    async def __aiter__(self):
        try:
            yield 1
            yield 2
        finally:
            print('A done')
async def consume(g):
    async for x in g:
        return x
async def main():
    print(await consume(agen('consumed')))
    await asyncio.sleep(0)
    print(await asyncio.wait_for(consume(agen('waited')), 1))
    await asyncio.sleep(0.1)
    a = agen('anext')
    t = asyncio.create_task(asyncio.wait_for(anext(a), 1)); 
    del a
    print(await t)
    await asyncio.sleep(0.1)
    print('next')
    async for x in A():
        break
    await asyncio.sleep(0.1)
    async with contextlib.aclosing(agen('aclosing')) as g:
        async for x in g:
            break
        print('in aclosing')
    print('after aclosing')
    q = asyncio.Queue()
    a = agen('queued'); await anext(a)
    q.put_nowait(a); a = None
    await asyncio.sleep(0.1)
    print('in queue')
    q.get_nowait()
    await asyncio.sleep(0.1)
    print('got')
    s = gen('in task')
    next(s)
    async def hold(s):
        await asyncio.sleep(0.5)
        print(next(s))
    t = asyncio.create_task(hold(s))
    del s
    await asyncio.sleep(0.1)
    print('task holds')
    await t
    print('task done')
    async def fails():
        async for x in agen('fails'):
            raise ValueError('x')
    t = asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    print(t.done(), repr(t.exception()))
    th = gen('thread'); next(th)
    def work(th):
        print('work', next(th))
    await asyncio.to_thread(work, th)
    print('after thread')
    th = None
    print('thread gone')
    r = [x async for x in agen('comp') if x]
    print(r)
    try:
        [1/0 async for x in agen('comp raise')]
    except ZeroDivisionError:
        print('zero')
    await asyncio.sleep(0.1)
asyncio.run(main())
