#!/usr/bin/env python3.13
"""Records what CPython 3.13 does with the programs under testdata/programs, and
with the page's lessons under app/lessons (area `lessons`, into testdata/lessons)
and those of the course under web/lessons (area `course`, into testdata/course).

    python3.13 testdata/record.py              every program
    python3.13 testdata/record.py asyncio      every program of an area
    python3.13 testdata/record.py asyncio/gather_list strings/
    python3.13 testdata/record.py --check ...  write nothing; fail on a difference

Each NAME.py gets NAME.out (standard output), NAME.exit (exit status, 3 = hung)
and, when anything was written there, NAME.err (standard error). README.md says
what is masked in them.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import sysconfig

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE / 'programs'
# The areas whose programs stand elsewhere; what is recorded goes to the folder of that name here.
ELSEWHERE = {'lessons': HERE.parent / 'app' / 'lessons', 'course': HERE.parent / 'web' / 'lessons'}
ORACLE = HERE / 'oracle' / 'vloop.py'
LIBRARY = sysconfig.get_path('stdlib')
TIMEOUT_SECONDS = 20

SEED = re.compile(r'# seed: (\d+)\s*$')
ADDRESS = re.compile(r'\b0x[0-9a-f]{8,16}\b')
FRAME = re.compile(r'^(?P<margin>[ ]*(?:\| )?)  File "(?P<file>[^"]*)", line \d+(?:, in .*)?$')
LIBRARY_LINE = re.compile(re.escape(LIBRARY) + r'/([\w/.]+\.py):\d+')
LIBRARY_WARNING = re.compile(r'^' + re.escape(LIBRARY) + r'/[\w/.]+\.py:\d+: (\w+Warning: )')
DEADLOCK = re.compile(r'^\*\*\* DEADLOCK at t=.*\Z', re.MULTILINE | re.DOTALL)


def drop_library_frames(text, folder):
    """Removes traceback frames, with their source and caret lines, of other files."""
    kept, margin = [], None
    for line in text.splitlines(keepends=True):
        bare = line.rstrip('\n')
        frame = FRAME.match(bare)
        if frame:
            file = frame['file']
            foreign = os.path.isabs(file) and not file.startswith(f'{folder}{os.sep}')
            margin = frame['margin'] if foreign or file.startswith('<frozen') else None
        elif margin is not None and not bare.startswith(margin + '    '):
            margin = None
        if margin is None:
            kept.append(line)
    return ''.join(kept)


def drop_library_warning_lines(text):
    """A warning at a library line keeps its text, not its place or source line."""
    kept, skip = [], False
    for line in text.splitlines(keepends=True):
        if skip and line.startswith('  '):
            skip = False
            continue
        skip = bool(LIBRARY_WARNING.match(line))
        kept.append(LIBRARY_WARNING.sub(r'<library>: \1', line))
    return ''.join(kept)


def normalise(text, folder):
    text = drop_library_frames(text, folder)
    text = drop_library_warning_lines(text)
    text = text.replace(f'{folder}{os.sep}', '')
    text = LIBRARY_LINE.sub(r'\1:…', text)
    return ADDRESS.sub('0x…', text)


def seed_of(source):
    for line in source.splitlines()[:2]:
        if m := SEED.match(line):
            return m[1]
    return '0'


def has_syntax_error(source, path):
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            compile(source, str(path), 'exec')
        except (SyntaxError, ValueError):
            return True
    return False


def record(path):
    """Returns {suffix: text} for one program."""
    source = path.read_bytes()
    command = [sys.executable]
    if not has_syntax_error(source, path):
        command += [str(ORACLE), '--no-gc', '--seed', seed_of(source.decode('utf-8', 'replace'))]
    env = {k: v for k, v in os.environ.items() if not k.startswith('PYTHON') or k == 'PYTHONHASHSEED'}
    env.update(PYTHONIOENCODING='utf-8', PYTHONDONTWRITEBYTECODE='1', PYTHONUTF8='1')
    try:
        done = subprocess.run(command + [str(path)], cwd=path.parent, env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        sys.exit(f'record: {path} did not end within {TIMEOUT_SECONDS} s')
    folder = str(path.parent)
    err = DEADLOCK.sub('', done.stderr.decode())
    return {
        '.out': normalise(done.stdout.decode(), folder),
        '.err': normalise(err, folder),
        '.exit': f'{done.returncode}\n',
    }


def has_simulated_network(path):
    """A lesson with #@network lines asks servers that only the engine has."""
    return area_elsewhere(path) is not None and b'\n#@network ' in path.read_bytes()


def select(names):
    found = [p for root in (PROGRAMS, *ELSEWHERE.values()) for p in sorted(root.glob('*/*.py')) if not has_simulated_network(p)]
    for p in found:
        if p.stem in sys.stdlib_module_names:
            sys.exit(f'record: {p} would shadow the library module of that name')
    if not names:
        return found
    wanted = {n.removesuffix('.py').rstrip('/') for n in names}
    chosen = [p for p in found
              if any(n in wanted for n in names_of(p))]
    if not chosen:
        sys.exit(f'record: no program named {" ".join(names)}')
    return chosen


def area_elsewhere(path):
    """The area of a program that does not stand under testdata/programs, else None."""
    return next((area for area, root in ELSEWHERE.items() if path.is_relative_to(root)), None)


def names_of(path):
    """What a program can be asked for by: its area, or area/name; a lesson's begin with lessons or course."""
    name = f'{path.parent.name}/{path.stem}'
    if area := area_elsewhere(path):
        return {area, f'{area}/{path.parent.name}', f'{area}/{name}'}
    return {path.parent.name, name}


def recording(path, suffix):
    """The file that a program's output goes to: beside it, or for a lesson in testdata/lessons or testdata/course."""
    if area := area_elsewhere(path):
        path = HERE / area / path.relative_to(ELSEWHERE[area])
        path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_suffix(suffix)


def main(argv):
    check = '--check' in argv
    paths = select([a for a in argv if a != '--check'])
    if sys.version_info[:2] != (3, 13):
        sys.exit('record: needs Python 3.13')
    different = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, result in zip(paths, pool.map(record, paths)):
            for suffix, text in result.items():
                file = recording(path, suffix)
                old = file.read_bytes().decode() if file.exists() else None
                new = None if suffix == '.err' and not text else text
                if old == new:
                    continue
                different += 1
                print(f'{"differs" if check else "recorded"}: {file.relative_to(HERE)}')
                if check:
                    continue
                if new is None:
                    file.unlink()
                else:
                    file.write_bytes(new.encode())
    print(f'{len(paths)} programs, {different} files {"differ" if check else "written"}')
    return bool(check and different)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
