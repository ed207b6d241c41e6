# textwrap and string.
import string
import textwrap

text = 'The quick brown fox jumps over the lazy dog. ' * 2
print(textwrap.fill(text, 30))
print(textwrap.dedent('''
    one
      two
    three'''), textwrap.indent('a\nb', '> '), textwrap.shorten('hello there world', 12), textwrap.wrap('aaa bbb ccc', 7))
print(string.ascii_lowercase, string.digits, string.punctuation, string.hexdigits, string.capwords('a bc'))
print(string.Template('$who has $$${n}').substitute(who='X', n=3), string.Template('$a $b').safe_substitute(a=1))
try:
    string.Template('$missing').substitute()
except KeyError as e:
    print(repr(e))
