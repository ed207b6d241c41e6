# A colon behind a call.
print('a'):
    pass
