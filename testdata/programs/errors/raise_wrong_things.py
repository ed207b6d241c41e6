# raise and except of things that are no exceptions.
for thing in ['text', 5, None, int, print]:
    try:
        raise thing
    except TypeError as e:
        print(e)
try:
    raise ValueError from 'x'
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except 'ValueError':
        pass
except TypeError as e:
    print(e)
