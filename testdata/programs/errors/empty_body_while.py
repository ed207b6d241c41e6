# A while without body inside a function.
def f():
    while True:
    return 1
