"""Runs cases of one class of CPython's tests and says how each ended: FILE CLASS METHOD..."""

import sys
import traceback
import unittest

SEPARATOR = '\x1e'


def tell(method, status, detail=''):
    sys.__stdout__.write(f'{SEPARATOR}{method} {status}\n{detail}')


def class_of(file, name):
    module = __import__(f'test.test_asyncio.{file}')
    for part in ('test_asyncio', file, *name.split('.')):
        module = getattr(module, part)
    return module


def run(cls, method):
    result = unittest.TestResult()
    unittest.TestSuite([cls(method)]).run(result)
    problems = result.errors + result.failures
    if problems:
        return 'fail', '\n'.join(text for _, text in problems)
    if result.skipped:
        return 'not run', result.skipped[0][1]
    if result.unexpectedSuccesses:
        return 'fail', 'unexpected success'
    return 'pass', ''


def name_both_implementations():
    """CPython tests its C and its Python implementation; here both names stand for the only one."""
    import asyncio
    tasks = ('Task', 'current_task', '_register_task', '_unregister_task', '_enter_task', '_leave_task')
    for module, names in ((asyncio.futures, ('Future',)), (asyncio.tasks, tasks)):
        for name in names:
            for language in ('_C', '_Py') if name[0].isupper() else ('_c_', '_py_'):
                setattr(module, language + name.lstrip('_'), getattr(module, name))


name_both_implementations()
file, name, *methods = sys.argv[1:]
try:
    cls = class_of(file, name)
except BaseException as e:
    text = ''.join(traceback.format_exception(e))
    for method in methods:
        tell(method, 'not run', text)
else:
    for method in methods:
        try:
            tell(method, *run(cls, method))
        except Exception as e:
            tell(method, 'fail', ''.join(traceback.format_exception(e)))
    # What is left behind is not of interest.
    sys.exit()
