# An if without body, followed by a line of the outer level.
if True:
print('x')
