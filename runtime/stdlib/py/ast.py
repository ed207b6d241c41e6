"""Values from text. There are no syntax trees for programs here."""

from _types import literal

__all__ = ['literal_eval', 'PyCF_ALLOW_TOP_LEVEL_AWAIT', 'PyCF_ONLY_AST']

PyCF_ONLY_AST, PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x400, 0x2000


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    return literal(node_or_string)


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    raise NotImplementedError('ast.parse() is not there: programs get no syntax trees here')
