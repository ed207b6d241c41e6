# A starred assignment target that is not in a list or tuple.
*a = [1]
