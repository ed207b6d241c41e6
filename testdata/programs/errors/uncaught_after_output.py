# Output before an uncaught exception stays, and the status is 1.
print('line 1')
print('no newline', end='')
raise RuntimeError('stop here')
