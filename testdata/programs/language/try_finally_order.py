# The order of try, except, else and finally, and a return in finally that wins.
def f(how):
    out = []
    try:
        out.append('try')
        if how == 'raise':
            raise ValueError
        if how == 'return':
            return out
    except ValueError:
        out.append('except')
    else:
        out.append('else')
    finally:
        out.append('finally')
    out.append('after')
    return out


for how in 'none', 'raise', 'return':
    print(how, f(how))


def g():
    for i in range(3):
        try:
            continue
        finally:
            print('finally', i)
            if i == 1:
                break
    try:
        return 'try'
    finally:
        print('leaving')


print(g())


def h():
    try:
        raise KeyError('lost')
    finally:
        return 'finally wins'


print(h())
