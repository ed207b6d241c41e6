"""Where a task stands (CPython 3.13 asyncio/base_tasks.py)."""

import sys
import traceback


def _task_get_stack(task, limit):
    frames = []
    coro = task.get_coro()
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    exception = task.exception() if task.done() and not task.cancelled() else None
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif exception is not None:
        tb = exception.__traceback__
        while tb is not None and (limit is None or len(frames) < limit):
            frames.append(tb.tb_frame)
            tb = tb.tb_next
    return frames


def _task_print_stack(task, limit, file):
    stack = [traceback.FrameSummary(f.f_code.co_filename, f.f_lineno, f.f_code.co_name) for f in task.get_stack(limit=limit)]
    exception = task.exception() if task.done() and not task.cancelled() else None
    if not stack:
        print(f'No stack for {task!r}', file=file)
    else:
        print(f'{"Stack" if exception is None else "Traceback"} for {task!r} (most recent call last):', file=file)
    traceback.print_list(stack, file=file)
    if exception is not None:
        print(*traceback.format_exception_only(exception), sep='', end='', file=file)
