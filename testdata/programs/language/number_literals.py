# Literals of every base, underscores, exponents, imaginary.
print(0b101, 0o17, 0xFf, 1_000_000, 0x_ff, 0b_1, 00, 0_0, 1e3, 1E-2, 1_0.0_1, .5e1, 5j, 1.5J, 0xdeadbeef, 10**20, 1.e1)
print(1 .real, 1..real, 5 .__add__(3), -1 ** 2, 0.1 + 0.2 == 0.3, 1 if True else 0)
