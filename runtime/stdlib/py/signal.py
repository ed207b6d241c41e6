"""Signals: nobody sends one but the program itself, by raise_signal(), and faults."""

import _types
import enum

__all__ = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGALRM', 'SIGUSR1', 'SIGUSR2', 'SIG_DFL', 'SIG_IGN', 'Signals', 'Handlers', 'signal', 'getsignal',
           'default_int_handler', 'strsignal', 'raise_signal', 'set_wakeup_fd', 'siginterrupt', 'alarm', 'pause', 'valid_signals']


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGABRT = 6
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
_NAMES = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault',
          12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 17: 'Child exited'}


def default_int_handler(signum, frame):
    raise KeyboardInterrupt


_handlers = {2: default_int_handler}


def signal(signalnum, handler):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    old = getsignal(signalnum)
    _handlers[int(signalnum)] = handler
    return old


def getsignal(signalnum):
    return _handlers.get(int(signalnum), Handlers.SIG_DFL)


def raise_signal(signum):
    signum = int(signum)
    if signum not in Signals.__members__.values():
        raise OSError(22, 'Invalid argument')
    if _types.loop_takes_signal(signum):
        return
    handler = getsignal(signum)
    if handler is default_int_handler and _types.runner_takes_interrupt():
        return
    if callable(handler) and not isinstance(handler, Handlers):
        handler(signum, None)
    elif handler == Handlers.SIG_DFL and signum != Signals.SIGCHLD:
        raise SystemExit(128 + signum)  # the process would be gone; the shell would see this status


def strsignal(signalnum):
    return _NAMES.get(int(signalnum))


def valid_signals():
    return set(Signals)


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


def siginterrupt(signalnum, flag):
    pass


def alarm(seconds):
    return 0


def pause():
    raise NotImplementedError('no signal can come')
