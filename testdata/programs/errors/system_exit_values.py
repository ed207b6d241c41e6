# SystemExit as an exception: its code; finally blocks run on the way out.
try:
    raise SystemExit
except SystemExit as e:
    print(e.code)
try:
    exit_code = 0
    raise SystemExit(0)
except BaseException as e:
    print(repr(e), isinstance(e, Exception))
try:
    raise SystemExit(9)
finally:
    print('finally')
