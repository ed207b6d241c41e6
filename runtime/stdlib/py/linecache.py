"""Lines of files by name."""

from _types import source_line

cache = {}


def getline(filename, lineno, module_globals=None):
    line = source_line(filename, lineno)
    return line + '\n' if line else ''


def getlines(filename, module_globals=None):
    lines = []
    while line := getline(filename, len(lines) + 1):
        lines.append(line)
    return lines


def checkcache(filename=None):
    pass


def clearcache():
    cache.clear()
