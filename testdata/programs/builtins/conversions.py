# str, int, float, bool, list, tuple, set and dict as conversions.
print(str(1.0), str([1]), str(None), str(), repr('a'), int('7') + int(2.9), float('1.5') + float(1), bool('False'), bool(''), list('ab'), tuple([1]), list({'k': 1}), int(), float(), list(), dict())
print(hex(255), oct(8), bin(-5), chr(97), ord('a'), ascii('é'), bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), complex(1, 2), format(3.5, '.2f'))
for f in [lambda: int('a'), lambda: int([1]), lambda: int(None), lambda: float('x'), lambda: float([]), lambda: list(5), lambda: int('5', 99), lambda: int(5, 2), lambda: chr('a'), lambda: bytes('a'), lambda: hex(1.0)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
