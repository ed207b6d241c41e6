# Unpacking inside a comprehension.
[*x for x in [[1]]]
