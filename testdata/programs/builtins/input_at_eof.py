# input() without standard input is an EOFError.
try:
    input()
except EOFError as e:
    print(e)
