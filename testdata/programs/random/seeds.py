# random.seed with ints of any size and sign, floats, strings and bytes.
import random

for s in [0, 1, -1, 42, 2 ** 32 - 1, 2 ** 32, 2 ** 64 + 5, -2 ** 70, True, 1.5, -0.25, '', 'text', '日本', b'bytes', bytearray(b'bytes')]:
    random.seed(s)
    print(repr(s), random.random(), random.getrandbits(32))
