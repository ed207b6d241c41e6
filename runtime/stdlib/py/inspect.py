"""What objects are and how they are called."""

import sys
import types
import functools
import collections
import _types
from collections import namedtuple
from types import _type_repr

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or type(object).__name__ in ('method_descriptor', 'wrapper_descriptor')


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), '__await__')


def _unwrap_partial(f):
    while True:
        if ismethod(f):
            f = f.__func__
        elif isinstance(f, functools.partial):
            f = f.func
        else:
            return f


def _has_flag(f, flag):
    f = _unwrap_partial(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    f = _unwrap_partial(obj)
    return _types.iscoroutinefunction(f) or getattr(f, '_is_coroutine_mark', None) is _is_coroutine_mark


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    target = func.__func__ if hasattr(func, '__func__') else func
    target._is_coroutine_mark = _is_coroutine_mark
    return func


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))


def istraceback(object):
    return isinstance(object, types.TracebackType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def isdatadescriptor(object):
    return not isclass(object) and not isfunction(object) and (hasattr(type(object), '__set__') or hasattr(type(object), '__delete__'))


def ismethoddescriptor(object):
    return not isclass(object) and not ismethod(object) and not isfunction(object) and hasattr(type(object), '__get__') and not hasattr(type(object), '__set__')


def getmembers(object, predicate=None):
    names = dir(object)
    results = []
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen, first = {id(func)}, func
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.add(id(func))
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def _inherited_doc(object):
    """The docstring of what a class or a method without one overrides."""
    if isclass(object):
        return next((c.__dict__['__doc__'] for c in object.__mro__[:-1] if c.__dict__.get('__doc__') is not None), None)
    name, owner = getattr(object, '__name__', None), getattr(object, '__self__', None)
    if owner is None and isfunction(object) and '.' in object.__qualname__:
        owner = sys.modules.get(object.__module__)
        for part in object.__qualname__.split('.')[:-1]:
            owner = getattr(owner, part, None)
    cls = owner if isclass(owner) else type(owner)
    for c in cls.__mro__ if owner is not None else ():
        doc = getattr(c.__dict__.get(name), '__doc__', None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def _states(created, running, suspended, closed, prefix):
    def state(generator):
        if getattr(generator, prefix + '_running'):
            return running
        if getattr(generator, prefix + '_suspended'):
            return suspended
        if getattr(generator, prefix + '_frame') is None:
            return closed
        return created
    return state


def _locals_of(prefix):
    def locals_of(generator):
        frame = getattr(generator, prefix + '_frame')
        return {} if frame is None else dict(frame.f_locals)
    return locals_of


getgeneratorlocals, getcoroutinelocals, getasyncgenlocals = _locals_of('gi'), _locals_of('cr'), _locals_of('ag')
getgeneratorstate = _states(GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED, 'gi')
getcoroutinestate = _states(CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED, 'cr')
getasyncgenstate = _states(AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED, 'ag')


class _empty:
    pass


class _void:
    pass


class _Kind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


_KINDS = [_Kind(i, name, text) for i, (name, text) in enumerate([
    ('POSITIONAL_ONLY', 'positional-only'), ('POSITIONAL_OR_KEYWORD', 'positional or keyword'), ('VAR_POSITIONAL', 'variadic positional'),
    ('KEYWORD_ONLY', 'keyword-only'), ('VAR_KEYWORD', 'variadic keyword')])]


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if isinstance(annotation, type) or isinstance(annotation, types.GenericAlias):
        return _type_repr(annotation)
    text = repr(annotation)
    return text.replace('typing.', '') if getattr(annotation, '__module__', None) == 'typing' or text.startswith('typing.') else text


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _KINDS[kind]
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return Parameter(self.name if name is _void else name, self.kind if kind is _void else kind,
                         default=self.default if default is _void else default,
                         annotation=self.annotation if annotation is _void else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            text += f' = {self.default!r}' if self.annotation is not _empty else f'={self.default!r}'
        return {2: '*', 4: '**'}.get(int(self.kind), '') + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        args = []
        for name, p in self.signature.parameters.items():
            if p.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments:
                break
            if p.kind == Parameter.VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, started = {}, False
        for name, p in self.signature.parameters.items():
            if not started:
                started = p.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments
                if started and name not in self.arguments and p.kind not in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
                    continue
            if not started or name not in self.arguments:
                continue
            if p.kind == Parameter.VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        new = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif p.default is not _empty:
                new[name] = p.default
            elif p.kind == Parameter.VAR_POSITIONAL:
                new[name] = ()
            elif p.kind == Parameter.VAR_KEYWORD:
                new[name] = {}
        self.arguments = new

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **kwargs):
        return signature(obj)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return Signature(self.parameters.values() if parameters is _void else parameters,
                         return_annotation=self.return_annotation if return_annotation is _void else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial=False):
        arguments, args = {}, list(args)
        for p in self.parameters.values():
            if p.kind == Parameter.VAR_POSITIONAL:
                arguments[p.name] = tuple(args)
                args = []
            elif p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD) and args:
                if p.name in kwargs and p.kind == Parameter.POSITIONAL_OR_KEYWORD:
                    raise TypeError(f'multiple values for argument {p.name!r}')
                arguments[p.name] = args.pop(0)
            elif p.kind == Parameter.VAR_KEYWORD:
                continue
            elif p.name in kwargs and p.kind != Parameter.POSITIONAL_ONLY:
                arguments[p.name] = kwargs.pop(p.name)
            elif p.default is _empty and not partial:
                kind = ' keyword-only' if p.kind == Parameter.KEYWORD_ONLY else ''
                raise TypeError(f'missing a required{kind} argument: {p.name!r}')
        if args:
            raise TypeError('too many positional arguments')
        for p in self.parameters.values():
            if p.kind == Parameter.VAR_KEYWORD:
                arguments[p.name] = kwargs
                kwargs = {}
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, {k: v for k, v in arguments.items() if not (v in ((), {}) and self.parameters[k].kind in (
            Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD))})

    def format(self, *, max_width=None):
        result, slash, star = [], False, True
        for p in self.parameters.values():
            if p.kind == Parameter.POSITIONAL_ONLY:
                slash = True
            elif slash:
                result.append('/')
                slash = False
            if p.kind == Parameter.VAR_POSITIONAL:
                star = False
            elif p.kind == Parameter.KEYWORD_ONLY and star:
                result.append('*')
                star = False
            result.append(str(p))
        if slash:
            result.append('/')
        text = f"({', '.join(result)})"
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    __str__ = format

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values()) and \
            self.return_annotation == other.return_annotation

    def __hash__(self):
        return hash(tuple(self.parameters))


def _function_signature(f):
    code = f.__code__
    names = code.co_varnames
    count, keywords = code.co_argcount, code.co_kwonlyargcount
    defaults = f.__defaults__ or ()
    kwdefaults = f.__kwdefaults__ or {}
    annotations = f.__annotations__
    parameters = []
    for i, name in enumerate(names[:count]):
        default = defaults[i - (count - len(defaults))] if i >= count - len(defaults) else _empty
        kind = Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    at = count + keywords
    if code.co_flags & CO_VARARGS:
        parameters.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[count:count + keywords]:
        parameters.append(Parameter(name, Parameter.KEYWORD_ONLY, default=kwdefaults.get(name, _empty), annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=annotations.get(names[at], _empty)))
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(sig):
    return sig.replace(parameters=list(sig.parameters.values())[1:])


def signature(obj, *, follow_wrapped=True, **kwargs):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
    known = getattr(obj, '__signature__', None)
    if isinstance(known, Signature):
        return known
    if isfunction(obj):
        return _function_signature(obj)
    if isinstance(obj, functools.partial):
        return _partial_signature(obj)
    if isinstance(obj, type):
        fields = obj.__dict__.get('__dataclass_fields__')
        if fields is not None and not isfunction(obj.__init__):
            return _dataclass_signature(fields)
        for name in ('__new__', '__init__'):
            method = getattr(obj, name, None)
            if isfunction(method):
                return _without_first(_function_signature(method))
        if '_fields' in obj.__dict__:
            return Signature([Parameter(n, 1, default=obj._field_defaults.get(n, _empty)) for n in obj._fields])
        if obj.__init__ is object.__init__:
            return Signature()
    else:
        call = getattr(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(_function_signature(call))
    raise ValueError(f'no signature found for builtin {obj!r}')


def _dataclass_signature(fields):
    from dataclasses import MISSING
    parameters = []
    for f in sorted((f for f in fields.values() if f.init and f._field_type != '_FIELD_CLASSVAR'), key=lambda f: bool(f.kw_only)):
        default = f.default if f.default is not MISSING else _empty if f.default_factory is MISSING else _FACTORY
        parameters.append(Parameter(f.name, 3 if f.kw_only else 1, default=default, annotation=f.type))
    return Signature(parameters, return_annotation=None)


class _Factory:
    def __repr__(self):
        return '<factory>'


_FACTORY = _Factory()


def _partial_signature(p):
    sig = signature(p.func)
    parameters = list(sig.parameters.values())[len(p.args):]
    result, keyword = [], False
    for q in parameters:
        if q.name in p.keywords:
            q = q.replace(default=p.keywords[q.name], kind=Parameter.KEYWORD_ONLY)
            keyword = True
        elif keyword and q.kind == Parameter.POSITIONAL_OR_KEYWORD:
            q = q.replace(kind=Parameter.KEYWORD_ONLY)
        result.append(q)
    return sig.replace(parameters=result)


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    args, varargs, varkw, kwonly, defaults, kwdefaults, annotations = [], None, None, [], [], {}, {}
    f = func.__func__ if ismethod(func) else func
    sig = signature(f, follow_wrapped=False)
    for p in sig.parameters.values():
        if p.kind <= 1:
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind == 2:
            varargs = p.name
        elif p.kind == 3:
            kwonly.append(p.name)
            if p.default is not _empty:
                kwdefaults[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not _empty:
            annotations[p.name] = p.annotation
    if sig.return_annotation is not _empty:
        annotations['return'] = sig.return_annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations)


def currentframe():
    return sys._getframe(1)


Traceback = namedtuple('Traceback', 'filename lineno function code_context index')
FrameInfo = namedtuple('FrameInfo', ('frame',) + Traceback._fields)


def getframeinfo(frame, context=1):
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    frame = frame.tb_frame if istraceback(frame) else frame
    line = _types.source_line(frame.f_code.co_filename, lineno)
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, [line + '\n'] if line else None, 0 if line else None)


def getouterframes(frame, context=1):
    frames = []
    while frame:
        frames.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return frames


def getinnerframes(tb, context=1):
    frames = []
    while tb:
        frames.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return frames


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    e = sys.exception()
    return getinnerframes(e.__traceback__ if e else None, context)


def _code_of(object):
    object = unwrap(object) if callable(object) and not isclass(object) else object
    object = getattr(object, '__func__', object)
    for name in ('__code__', 'gi_code', 'cr_code', 'ag_code', 'f_code'):
        if hasattr(object, name):
            return getattr(object, name)
    return object


def getsourcefile(object):
    return getfile(object)


def getfile(object):
    if ismodule(object):
        return object.__file__
    code = _code_of(object)
    if iscode(code):
        return code.co_filename
    if isclass(object) and hasattr(sys.modules.get(object.__module__), '__file__'):
        return sys.modules[object.__module__].__file__
    raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')


def _indent(line):
    return len(line) - len(line.lstrip())


def _block(lines):
    """The lines of the statement that begins in the first one."""
    margin, end, body = _indent(lines[0]), 1, False
    depth = 0
    for i, line in enumerate(lines):
        text = line.strip()
        if not text or text.startswith('#'):
            if text and _indent(line) > margin:
                end = i + 1
            continue
        if body and depth == 0 and _indent(line) <= margin:
            break
        depth += sum(map(line.count, '([{')) - sum(map(line.count, ')]}'))
        body = body or not text.startswith('@') and depth == 0 and (text.endswith(':') or ':' in text)
        end = i + 1
    return lines[:end]


def _all_lines(filename):
    lines = _types.source_lines(filename)
    if not lines:
        raise OSError('could not get source code')
    return lines


def getsourcelines(object):
    if ismodule(object):
        return _all_lines(getfile(object)), 0
    lines = _all_lines(getfile(object))
    if isclass(object):
        first = getattr(object, '__firstlineno__', 1)
    else:
        first = _code_of(object).co_firstlineno
    return _block(lines[first - 1:]), first


def getsource(object):
    return ''.join(getsourcelines(object)[0])


_sentinel = object()


def getattr_static(obj, attr, default=_sentinel):
    """An attribute as it is stored, without descriptors and __getattr__."""
    if not isclass(obj):
        own = getattr(obj, '__dict__', None)
        if isinstance(own, dict) and attr in own:
            found = next((c.__dict__[attr] for c in type(obj).__mro__ if attr in c.__dict__), None)
            return found if isdatadescriptor(found) else own[attr]
    for c in (*(obj.__mro__ if isclass(obj) else type(obj).__mro__), *(type(obj).__mro__ if isclass(obj) else ())):
        if attr in c.__dict__:
            return c.__dict__[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)
