# A closing bracket of the wrong kind on another line.
x = {
    'a': 1,
)
