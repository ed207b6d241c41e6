# Semicolons, one-line bodies, line continuation and comments in odd places.
x = 1; y = 2
if x: print('one line')
for i in range(2): print(i); print(-i)
while x: x -= 1
else: print('else')
total = 1 + \
    2 + \
    3
values = [
    1,  # first

    2,
    # nothing here
]
if (x == 0 and
        y == 2):
    print(total, values)
def f(): return 'f'; print('never')
print(f())
pass; ...
text = ('implicit '
        'concatenation ' f'{y}')
print(text)
