# memoryview of bytes and bytearrays: slices, writes, release, comparisons, errors.
data = bytearray(b'hello world')
view = memoryview(data)
part = view[6:]
part[0:3] = b'WOR'
print(data, bytes(part), part.tobytes(), part.tolist(), len(view), view[-1], view[::2].tobytes(), view.nbytes, view.format, view.itemsize, view.ndim, view.shape, view.strides, view.readonly, view.obj is data)
print(memoryview(b'abc') == b'abc', memoryview(b'abc') == memoryview(bytearray(b'abc')), view != b'', list(memoryview(b'ab')), 98 in memoryview(b'ab'), b'x' + memoryview(b'yz'), memoryview(b'abc').hex('-'), memoryview(b'abc')[::-1].tobytes(), hash(memoryview(b'q')) == hash(b'q'))
for f in [lambda: memoryview(b'a').__setitem__(0, 1), lambda: view[100], lambda: memoryview('x'), lambda: memoryview(), lambda: view.__setitem__(slice(0, 2), b'abc'), lambda: view.__setitem__(0, 300), lambda: view['a'], lambda: hash(view), lambda: view.__setitem__(0, 'x')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
with memoryview(b'abc') as m:
    print(m[0], m.toreadonly().readonly)
try:
    m[0]
except ValueError as e:
    print(e)
