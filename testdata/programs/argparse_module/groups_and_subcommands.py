# Subcommands, exclusive groups, parents and other things that are put together.
import argparse


def show(parser, line):
    try:
        print(line, '->', parser.parse_args(line.split()))
    except SystemExit as e:
        print(line, '-> exit', e.code)


common = argparse.ArgumentParser(add_help=False)
common.add_argument('--verbose', '-v', action='store_true', help='say more')
group = common.add_argument_group('network', 'How to connect.')
group.add_argument('--port', type=int, default=80)

p = argparse.ArgumentParser('tool', parents=[common], formatter_class=argparse.ArgumentDefaultsHelpFormatter)
either = p.add_mutually_exclusive_group()
either.add_argument('--fast', action='store_true')
either.add_argument('--slow', action='store_true', help='take time')
commands = p.add_subparsers(dest='command', required=True, help='what to do', title='commands', metavar='COMMAND')
run = commands.add_parser('run', aliases=['r'], help='run it', description='Runs it.')
run.add_argument('file')
run.add_argument('args', nargs='*')
run.set_defaults(function=print)
stop = commands.add_parser('stop', help='stop it')
stop.add_argument('--now', action='store_true')
must = stop.add_mutually_exclusive_group(required=True)
must.add_argument('--all', action='store_true')
must.add_argument('--id', type=int)
for line in ['run x', '-v r x y z', 'stop --all --now', '--fast --slow run x', 'stop', 'stop --all --id 3', 'walk', '', 'run', '--port x run y',
             'run x --oops', '-h', 'run -h', 'stop -h']:
    show(p, line)

q = argparse.ArgumentParser('q', argument_default=argparse.SUPPRESS, prefix_chars='+-', conflict_handler='resolve', allow_abbrev=False)
q.add_argument('+x', type=int)
q.add_argument('--long')
q.add_argument('--long', type=int, help=argparse.SUPPRESS)
q.add_argument('--level', type=int, choices=range(3))
q.add_argument('rest', nargs=argparse.REMAINDER)
for line in ['', '+x 3', '--long 5 a --b', '--lon 5', '--level 2', '--level 9']:
    show(q, line)

r = argparse.ArgumentParser('r', exit_on_error=False)
r.add_argument('--n', type=int)
r.add_argument('pos', nargs='?', default='5', type=int)
for line in ['--n x', '7', '', '--q']:
    try:
        print(r.parse_args(line.split()))
    except argparse.ArgumentError as e:
        print('ArgumentError:', e, e.argument_name)
r.set_defaults(pos=3, other='x')
print(r.parse_args([]), r.parse_args([], argparse.Namespace(n=1)), 'n' in r.parse_args([]))


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f'{text} is odd')
    return int(text)


s = argparse.ArgumentParser('s')
s.add_argument('--even', type=even)
s.add_argument('--f', type=lambda text: 1 / 0 if text == '0' else int(text))
s.add_argument('a')
s.add_argument('b', nargs='*')
for line in ['--even 3 x', '--even 4 x', 'x --f y', 'x 1 --even 2 3']:
    show(s, line)
print(s.parse_intermixed_args('x 1 --even 2 3'.split()))

for wrong in [lambda: s.add_argument('--even'), lambda: s.add_argument('x', required=True), lambda: s.add_argument('-z', action='wrong'),
              lambda: s.add_argument('--t', type='int'), lambda: s.add_argument('--m', nargs=2, metavar=('a',)),
              lambda: s.add_argument('--z', nargs=0), lambda: s.add_argument('a', dest='b'), lambda: s.add_argument('--', '-'),
              lambda: s.add_argument('--n', nargs='wrong'), lambda: argparse.ArgumentParser(conflict_handler='x')]:
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(repr(argparse.Namespace(a=1, b='x')), argparse.Namespace(a=1) == argparse.Namespace(a=1))
