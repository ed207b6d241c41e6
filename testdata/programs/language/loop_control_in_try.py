# break, continue and return out of nested try blocks run every finally once.
def f():
    for i in range(4):
        try:
            try:
                if i == 0:
                    continue
                if i == 2:
                    raise ValueError(i)
                if i == 3:
                    return 'returned'
            finally:
                print('inner', i)
        except ValueError:
            print('except', i)
            continue
        finally:
            print('outer', i)
        print('body end', i)


print(f())


def g():
    while True:
        try:
            try:
                return 1
            finally:
                break
        finally:
            print('g')
    return 2


print(g())
