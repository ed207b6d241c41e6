# The else of a loop runs when the loop ends by itself, not after break.
n = 3
while n:
    n -= 1
else:
    print('ended by itself', n)

for i in range(5):
    if i == 2:
        continue
    if i == 4:
        break
    print(i)
else:
    print('not reached')

for i in []:
    pass
else:
    print('empty loop')
