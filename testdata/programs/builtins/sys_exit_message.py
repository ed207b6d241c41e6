# sys.exit with a text prints it on stderr, status 1.
import sys

try:
    sys.exit()
except SystemExit as e:
    print(repr(e), e.code)
sys.exit('fatal: no such user')
