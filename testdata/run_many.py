#!/usr/bin/env python3.13
"""Runs many small programs on CPython 3.13 under the oracle, each in a fork of this process.

    {"source": "import asyncio…"}             a line of standard input
    {"exit": 0, "out": "…", "err": "…"}       the line of standard output that answers it

With "events": true the answer has "events" too, the lines of record_events.py. Starting CPython and
importing asyncio takes a hundred times longer than such a program runs, so it is done once.
"""
import gc
import json
import os
import pathlib
import signal
import sys
import tempfile

from record import DEADLOCK, ORACLE, normalise
from record_events import converted

sys.path.insert(0, str(ORACLE.parent))
import vloop  # noqa: E402

# Modules that the programs use, and what asyncio and tracebacks import late.
import concurrent.futures.thread, contextlib, contextvars, functools, traceback  # noqa: E401, E402, F401

TIMEOUT_SECONDS = 20
# Nobody waits for this many passes of a loop; a program that does is reported with status 4.
PASSES_MAX = 100_000


def run_in_child(script, out, err, trace):
    """Becomes the oracle and never returns."""
    os.dup2(out, 1)
    os.dup2(err, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(script.parent)
    signal.alarm(TIMEOUT_SECONDS)
    sys.modules['vloop'] = vloop
    sys.stdout = open(1, 'w', encoding='utf-8', closefd=False)
    sys.stderr = open(2, 'w', encoding='utf-8', closefd=False, errors='backslashreplace')
    options = ['--no-gc', '--seed', '0', '--max-steps', str(PASSES_MAX)]
    if trace is not None:
        options.append(f'--trace=/proc/self/fd/{trace}')
    status = 1
    try:
        vloop.main([*options, str(script)])
    except SystemExit as e:
        print(e, file=sys.stderr, flush=True)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


def content(fd):
    """All that was written to a file in memory, and closes it."""
    os.lseek(fd, 0, os.SEEK_SET)
    with open(fd, 'rb') as file:
        return file.read().decode('utf-8', 'replace')


def run(script, source, events):
    script.write_text(source, 'utf-8')
    out, err = os.memfd_create('out'), os.memfd_create('err')
    trace = os.memfd_create('trace') if events else None
    child = os.fork()
    if child == 0:
        run_in_child(script, out, err, trace)
    _, status = os.waitpid(child, 0)
    folder = str(script.parent)
    answer = {'exit': os.waitstatus_to_exitcode(status), 'out': normalise(content(out), folder),
              'err': normalise(DEADLOCK.sub('', content(err)), folder)}
    if trace is not None:
        answer['events'] = converted(content(trace).splitlines())
    return answer


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit('run_many: needs Python 3.13')
    gc.disable()
    gc.freeze()
    answers = open(os.dup(1), 'w', encoding='utf-8')
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder).resolve() / 'program.py'
        for line in sys.stdin:
            request = json.loads(line)
            answers.write(json.dumps(run(script, request['source'], request.get('events', False))) + '\n')
            answers.flush()


if __name__ == '__main__':
    main()
