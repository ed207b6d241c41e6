# How usage and help are wrapped, and the formatters.
import argparse

p = argparse.ArgumentParser(prog='a_program_with_a_name', description='A long description that goes on and on until it does not fit '
                            'into one line any more, and then some. ' * 2, epilog='  Indented\n   epilog.')
for name in ('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'):
    p.add_argument(f'--{name}-option', metavar='VALUE', help=f'The option {name}, of which there is a lot to say that needs two lines.')
p.add_argument('-x', '--an-option-with-a-very-long-name-indeed', type=int, help='short')
p.add_argument('first')
p.add_argument('second', nargs='+', help='the second; %(prog)s %(dest)s %(nargs)s 100%%')
p.add_argument('--hidden', help=argparse.SUPPRESS)
p.add_argument('--nothing')
p.add_argument('--blank', help='')
p.print_help()
q = argparse.ArgumentParser(prog='q' * 70)
q.add_argument('--alpha', help='x')
q.add_argument('--beta', required=True)
q.add_argument('one')
q.print_help()
for formatter in (argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter,
                  argparse.MetavarTypeHelpFormatter):
    r = argparse.ArgumentParser(prog='r', formatter_class=formatter, description='one\n  two\nthree', usage='%(prog)s [anything]')
    r.add_argument('--number', type=int, default=3, help='a number\n  of something')
    r.add_argument('--none', type=str, help='nothing')
    r.print_help()
g = argparse.ArgumentParser(prog='g')
m = g.add_mutually_exclusive_group(required=True)
m.add_argument('--a', action='store_true')
m.add_argument('b', nargs='?')
g.add_argument('--choice', choices=(1, 2, 3), type=int)
g.add_argument('letters', choices='abc', nargs='*')
n = g.add_argument_group(title='more')
n.add_argument('--flag', '-f', '--flagge', nargs='*', metavar='M')
n.add_argument('--flags', nargs=3)
print(g.format_usage(), g.format_help(), sep='')
import os
os.environ['COLUMNS'] = '40'
print(p.format_usage())
r = argparse.ArgumentParser(prog='r', description='one two three four five six seven eight nine ten')
r.add_argument('--number', help='a number of something or other that is long')
r.print_help()
