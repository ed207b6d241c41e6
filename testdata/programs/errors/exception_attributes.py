# args, str and repr of exceptions; KeyError quotes; add_note and __notes__.
for e in [Exception(), Exception('a'), Exception('a', 1), KeyError('k'), IndexError('i'), OSError(5, 'io'), StopIteration(7)]:
    print(repr(e), str(e), e.args)
e = ValueError('x')
e.add_note('first note')
e.add_note('second')
print(e.__notes__, e.__traceback__, e.__cause__, e.__context__)
raise e
