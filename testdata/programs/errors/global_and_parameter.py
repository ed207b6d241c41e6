# A name that is parameter and global.
def f(x):
    global x
