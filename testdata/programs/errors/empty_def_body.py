# A def without body at the end of the file.
def f():
