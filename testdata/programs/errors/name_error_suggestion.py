# NameError with a suggestion from the local scope.
def total(numbers):
    result = 0
    for n in numbers:
        reslt = result + n
    return resul


total([1, 2])
