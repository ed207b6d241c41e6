# ndiff, unified_diff, context_diff, close matches and the matcher below them.
import difflib

a = '''  1. Beautiful is better than ugly.
  2. Explicit is better than implicit.
  3. Simple is better than complex.
  4. Complex is better than complicated.
'''.splitlines(keepends=True)
b = '''  1. Beautiful is better than ugly.
  3.   Simple is better than complex.
  4. Complicated is better than complex.
  5. Flat is better than nested.
'''.splitlines(keepends=True)
print(''.join(difflib.ndiff(a, b)))
print(''.join(difflib.restore(difflib.ndiff(a, b), 1)) == ''.join(a))
print(''.join(difflib.unified_diff(a, b, 'old', 'new', 'yesterday', n=1)))
print(''.join(difflib.context_diff(a, b, 'old', 'new')))
print(list(difflib.unified_diff([], ['x'], lineterm='')))
print(list(difflib.unified_diff(list('abcdefghijkl'), list('abXdefghijKl'), lineterm='', n=2)))
print(''.join(difflib.ndiff(['\tone\n', 'two\n'], ['\tonce\n', 'zwei\n', 'drei\n'])))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print(difflib.get_close_matches('wait', ['await', 'waits', 'wit', 'other'], n=2, cutoff=0.7))
m = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(m.ratio(), 3), m.quick_ratio(), m.real_quick_ratio())
print(m.get_opcodes(), m.get_matching_blocks(), m.find_longest_match())
m = difflib.SequenceMatcher(lambda c: c == ' ', 'abc d', 'a bcd' * 60)
print(m.get_matching_blocks(), m.bjunk, sorted(m.bpopular))
print(list(difflib.SequenceMatcher(None, range(40), [*range(10), 'x', *range(11, 40)]).get_grouped_opcodes(2)))
for wrong in (lambda: difflib.get_close_matches('a', [], n=0), lambda: list(difflib.unified_diff([1], ['a']))):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
