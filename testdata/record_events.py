#!/usr/bin/env python3.13
"""Records in which order CPython 3.13 does things, step by step.

    python3.13 testdata/record_events.py             all programs that have an .events file
    python3.13 testdata/record_events.py --check     write nothing, fail on any difference
    python3.13 testdata/record_events.py asyncio/gather_results ...   these (new ones too)

The .events file has one line for each thing that happened: virtual time, task (- for the
loop), what. It comes from the oracle's --trace; README.md says what is left out.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from record import ORACLE, PROGRAMS, seed_of

SHUTDOWN = ('BaseEventLoop.shutdown_asyncgens', 'VLoop.shutdown_default_executor')


def described(e):
    """The words for one event, or None for what is not compared."""
    kind = e['ev']
    if 'error' in e and kind != 'task_done':
        return None
    match kind:
        case 'task_created':
            return f'created {e["name"]}'
        case 'step':
            return 'step' + (f' throw {e["throw"]["exc"]}' if 'throw' in e else '')
        case 'suspend':
            return f'suspend {e["line"] or 0}'
        case 'task_done':
            return 'done ' + e['state']
        case 'cancel':
            return f'cancel {e["target"]} {int(e["ok"])}'
        case 'queue_put' | 'queue_get' | 'queue_task_done' | 'queue_join':
            return f'{kind} {e["size"]} {e["unfinished"]}'
        case 'lock_acquire' | 'lock_release' | 'event_set':
            return kind
        case 'sem_acquire' | 'sem_release':
            return f'{kind} {e["value"]}'
        case 'stdout':
            return 'stdout ' + json.dumps(e['text'], ensure_ascii=False)
        case 'blocking_sleep':
            return f'blocked {e["secs"]:.9g}'
    return None


def converted(lines):
    own, out, texts = set(), [], []
    for line in lines:
        e = json.loads(line)
        if e['ev'] == 'task_created' and (e['coro'] in SHUTDOWN or e['task'] in own):
            own.add(e['name'])
        if own & {e.get('task'), e.get('name')} or str(e.get('obj', '')).endswith('(internal)'):
            continue
        head = f'{e["t"]:.9g} {e["task"] or "-"} '
        if e['ev'] == 'stdout':
            if texts and texts[0] == head:
                texts[1] += e['text']
                out[-1] = head + described({**e, 'text': texts[1]})
                continue
            texts = [head, e['text']]
        words = described(e)
        if words is None:
            continue
        if e['ev'] != 'stdout':
            texts = []
        out.append(head + words)
    return out


def record(path):
    with tempfile.NamedTemporaryFile('r', suffix='.jsonl') as trace:
        subprocess.run([sys.executable, str(ORACLE), '--no-gc', '--seed', seed_of(path.read_text('utf-8')),
                        f'--trace={trace.name}', str(path)], cwd=path.parent, capture_output=True, timeout=20)
        return '\n'.join(converted(trace)) + '\n'


def main(argv):
    check = '--check' in argv
    names = [a for a in argv if a != '--check']
    paths = [PROGRAMS / f'{n.removesuffix(".py")}.py' for n in names] or \
        [p.with_suffix('.py') for p in sorted(PROGRAMS.glob('*/*.events'))]
    different = 0
    for path in paths:
        file, text = path.with_suffix('.events'), record(path)
        if file.exists() and file.read_text('utf-8') == text:
            continue
        different += 1
        print('differs:' if check else 'recorded:', file.relative_to(PROGRAMS))
        if not check:
            file.write_text(text, 'utf-8')
    return bool(check and different)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
