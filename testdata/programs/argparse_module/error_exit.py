# A wrong command line: usage and message on standard error, exit status 2.
import argparse

parser = argparse.ArgumentParser()
parser.add_argument('--workers', type=int, required=True)
parser.add_argument('--old', action='store_true', deprecated=True)
print(parser.parse_args(['--workers', '3', '--old']))
parser.parse_args(['--workers', 'many'])
