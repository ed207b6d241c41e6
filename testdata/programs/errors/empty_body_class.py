# A class without body.
class A:
x = 1
