# complex: arithmetic, repr, attributes, errors.
z = 3 + 4j
print(z, z * 1j, z / 2, abs(z), z.conjugate(), z.real, z.imag, complex('1+2j'), complex(1, -0.0), -z, z ** 2, z == 3 + 4j, 1j * 1j, repr(2j), [0j, -1j], f'{z:.1f}')
for f in [lambda: z < z, lambda: int(z), lambda: z // 2, lambda: complex('x'), lambda: 1j / 0]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
