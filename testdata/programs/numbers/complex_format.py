# Format specs of complex numbers.
z=3-4.5j
for spec in ['', '.1f', '+.2f', '>20', '<20.3', '^25.2e', '.3g', ' .1f', 'g', '+', ',.2f', '_', '#.0f', 'd', '010', '=20', 'F', '%', 'n','.0f']:
    for v in (z, 2j, -0.0+1j, 1e20+1e-7j, complex('inf-nanj'), 1234567+1j):
        try: print(spec, '|%s|' % format(v, spec))
        except Exception as e: print(spec, type(e).__name__, e)
