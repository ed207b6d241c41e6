# The % operator: every common conversion, flags, star width, mapping keys, errors.
print('%s %r %d %i %5d|%-5d|%05d|%+d|% d' % ('a', 'a', 1, 2.9, 3, 4, 5, 6, 7))
print('%x %X %#x %o %#o %e %.2f %g %c %c %%' % (255, 255, 255, 8, 8, 12345.678, 2.345, 1e-5, 'z', 65))
print('%10.3s|%-10s|%*d|%.*f' % ('abcdef', 'ab', 5, 42, 1, 2.25))
print('%(a)s and %(b)05.1f' % {'a': [1], 'b': 2.345})
print('%s' % (1,), '%s' % [1, 2], 'x%sx' % None, '%s %s' % ('t', (1, 2)))
for text, args in [('%d', 'x'), ('%s %s', 'a'), ('%s', (1, 2)), ('%d', None), ('%q', 1), ('%(a)s', 1), ('%(a)s', {}), ('%x', 1.5), ('%c', 'ab')]:
    try:
        print(text % args)
    except (TypeError, ValueError, KeyError) as e:
        print(text, type(e).__name__, e)
