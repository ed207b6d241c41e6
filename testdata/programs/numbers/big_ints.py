# Unbounded ints: arithmetic, bits, division by floor, powers, conversion.
a, b = 2 ** 100, 10 ** 30
print(a, -a, a + b, a - b, a * b, b // a, b % a, -b // a, -b % a, divmod(b, -a))
print(a >> 90, a << 3, a & b, a | b, a ^ b, ~a, -a >> 3, (-a) & 0xffff)
print(a == 2.0 ** 100, a < b, a / b, b / 3, float(b), int(1e30), hash(a) == hash(2.0 ** 100))
print(pow(3, 200, 1000007), pow(3, -1, 7), a.bit_length(), (255).bit_count(), len(str(3 ** 1000)))
print(hex(a), bin(20), oct(64), hex(-255), int('9' * 40), 0xffff_ffff_ffff_ffff_ffff)
print(sum(i ** 20 for i in range(50)), 9223372036854775807 + 1, -9223372036854775808 - 1, 4611686018427387904 * 4)
n = 1
for i in range(1, 31):
    n *= i
print(n, f'{n:,}', f'{n:x}', f'{a:e}')
