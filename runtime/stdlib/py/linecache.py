"""Lines of files by name."""

from _types import source_line, source_lines

cache = {}


def getline(filename, lineno, module_globals=None):
    line = source_line(filename, lineno)
    return line + '\n' if line or lineno <= len(source_lines(filename)) else ''


def getlines(filename, module_globals=None):
    return source_lines(filename)


def checkcache(filename=None):
    pass


def clearcache():
    cache.clear()
