# import * inside a function.
def f():
    from asyncio import *
