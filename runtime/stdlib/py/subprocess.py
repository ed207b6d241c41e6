"""Names for programs that could start others. There are no processes here."""

__all__ = ['Popen', 'PIPE', 'STDOUT', 'DEVNULL', 'call', 'check_call', 'check_output', 'run', 'getoutput', 'getstatusoutput',
           'CalledProcessError', 'CompletedProcess', 'SubprocessError', 'TimeoutExpired']

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    stdout = property(lambda self: self.output)

    def __str__(self):
        if self.returncode and self.returncode < 0:
            return f'Command {self.cmd!r} died with unknown signal {-self.returncode}.'
        return f'Command {self.cmd!r} returned non-zero exit status {self.returncode}.'


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    stdout = property(lambda self: self.output)

    def __str__(self):
        return f'Command {self.cmd!r} timed out after {self.timeout} seconds'


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        parts += [f'{name}={value!r}' for name, value in (('stdout', self.stdout), ('stderr', self.stderr)) if value is not None]
        return f"{type(self).__name__}({', '.join(parts)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    def __init__(self, args, *more, **kwargs):
        raise NotImplementedError(f'there are no processes here: nothing can run {args!r}')


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    Popen(*popenargs, **kwargs)


def call(*popenargs, timeout=None, **kwargs):
    Popen(*popenargs, **kwargs)


check_call = check_output = call


def getoutput(cmd, *, encoding=None, errors=None):
    Popen(cmd)


getstatusoutput = getoutput
