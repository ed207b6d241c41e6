# KeyboardInterrupt is no Exception, and can be caught by name.
try:
    try:
        raise KeyboardInterrupt('pressed')
    except Exception:
        print('not here')
except KeyboardInterrupt as e:
    print(repr(e))
