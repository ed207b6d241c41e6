# Every method of the numbers with wrong numbers and types of arguments.
for value in [5, 1.5, 1j]:
    for name in sorted(n for n in dir(value) if not n.startswith('_')):
        for args in [(), (1,), (None, None), (1, 2, 3), (1, 2, 3, 4, 5)]:
            try:
                result = getattr(value, name)(*args)
                result = result if isinstance(result, (int, float, str, bytes, type(None))) else type(result).__name__
            except Exception as e:
                result = f'{type(e).__name__}: {e}'
            print(type(value).__name__, name, len(args), result)
        try:
            getattr(value, name)(nonsense=1)
        except Exception as e:
            print(type(value).__name__, name, 'keyword', type(e).__name__, e)
