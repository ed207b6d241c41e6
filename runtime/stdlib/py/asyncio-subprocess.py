"""Names for programs that could start others. There are no processes here."""

from subprocess import PIPE, STDOUT, DEVNULL

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')


class Process:
    def __init__(self, transport, protocol, loop):
        raise NotImplementedError('there are no processes here')


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=65536, **kwds):
    raise NotImplementedError(f'there are no processes here: nothing can run {cmd!r}')


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=65536, **kwds):
    raise NotImplementedError(f'there are no processes here: nothing can run {program!r}')
