# sys.exit, sys.argv, sys.stdout.write, sys.stderr, print(file=).
import sys

sys.stdout.write('written\n')
print('to stderr', file=sys.stderr)
print(len(sys.argv), sys.version_info[:2], sys.version_info >= (3, 11), sys.maxsize, sys.getrecursionlimit() >= 1000)
sys.exit(5)
