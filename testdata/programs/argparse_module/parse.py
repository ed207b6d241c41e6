# Kinds of arguments and what they make of a command line.
import argparse


def show(parser, line):
    try:
        print(line, '->', parser.parse_args(line.split()))
    except SystemExit as e:
        print(line, '-> exit', e.code)


p = argparse.ArgumentParser(prog='fetch', description='Fetches pages.', epilog='Be kind.')
p.add_argument('urls', nargs='+', metavar='URL', help='what to fetch')
p.add_argument('-w', '--workers', type=int, default=3, help='number of workers (default: %(default)s)')
p.add_argument('--rate', type=float, required=False, metavar='PER_SECOND')
p.add_argument('-v', '--verbose', action='count', default=0)
p.add_argument('-q', '--quiet', action='store_true', help='say nothing')
p.add_argument('--no-cache', dest='cache', action='store_false')
p.add_argument('-H', '--header', action='append', default=[], dest='headers')
p.add_argument('--mode', choices=['fast', 'slow'], default='fast')
p.add_argument('--size', nargs=2, type=int, metavar=('W', 'H'))
p.add_argument('--opt', nargs='?', const='const', default='default')
p.add_argument('--many', nargs='*')
p.add_argument('--const', action='store_const', const=42)
p.add_argument('--add', action='append_const', const=1)
p.add_argument('--extend', action='extend', nargs='+', type=int)
p.add_argument('--color', action=argparse.BooleanOptionalAction, default=True, help='in colour')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
for line in ['a', 'a b -w 5', 'a -w5 -vvv', 'a -vqv --workers=7', '--rate 2.5 a', 'a -H x -H y --no-cache', 'a --mode slow',
             'a --size 1 2', 'a --opt', 'a --opt x', 'a --many', 'a --many 1 2', 'a --const --add --add', 'a --extend 1 2 --extend 3',
             'a --no-color', 'a --wor 4', 'a -- -b', '--', '', 'a -w x', 'a --mode other', 'a --size 1', 'a --unknown -z', 'a --ver',
             'a -w', 'a --quiet=1', 'a -q1', 'a --co', 'a -5', 'a --rate -5', '-h']:
    show(p, line)
print(p.parse_known_args(['a', '--unknown', 'b', '-zq']))
print(p.get_default('workers'), p)
p.print_usage()
