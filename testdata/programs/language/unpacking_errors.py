# ValueError and TypeError of unpacking, with the counts in the text.
for value in [(1,), (1, 2, 3), 'abcd', 5, None]:
    try:
        a, b = value
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
try:
    a, b = iter([1, 2, 3, 4])
except ValueError as e:
    print(e)
try:
    a, b = {1: 2, 3: 4, 5: 6}
except ValueError as e:
    print(e)
