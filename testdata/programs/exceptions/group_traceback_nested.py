# Nested groups, notes and causes in the tree.
inner = ExceptionGroup('inner', [TypeError('a\nb'), ZeroDivisionError()])
inner.add_note('a note on the group')
e = ValueError('with cause')
e.__cause__ = OSError('the cause')
e.add_note('note 1\nnote 2')
raise ExceptionGroup('outer', [e, inner, KeyError('k')])
