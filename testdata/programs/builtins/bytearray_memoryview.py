# bytearray in place, memoryview read and write.
b = bytearray(b'hello')
b[0] = 72
b.append(33)
b += b' you'
b.extend([65])
del b[-1]
print(b, bytes(b), b.find(b'l'), b[1:3], b.pop(), len(b), b == b'Hello! yo')
m = memoryview(b)
m[1] = 69
print(b, m[0], bytes(m[1:3]), len(m), m.tolist()[:2])
try:
    b[0] = 300
except ValueError as e:
    print(e)
try:
    b'x'[0] = 1
except TypeError as e:
    print(e)
