"""Loggers, handlers and formatters from a dict."""

import logging
import logging.handlers
import sys

_NAMED_STREAMS = {'ext://sys.stdout': lambda: sys.stdout, 'ext://sys.stderr': lambda: sys.stderr, 'ext://sys.stdin': lambda: sys.stdin}


def _resolve(name):
    """The object of a dotted name."""
    parts = name.split('.')
    module = parts.pop(0)
    try:
        found = __import__(module)
        for part in parts:
            module += '.' + part
            try:
                found = getattr(found, part)
            except AttributeError:
                __import__(module)
                found = getattr(found, part)
    except ImportError as e:
        raise ValueError(f'Cannot resolve {name!r}: {e}') from e
    return found


def _converted(value):
    if isinstance(value, str) and value in _NAMED_STREAMS:
        return _NAMED_STREAMS[value]()
    if isinstance(value, str) and value.startswith('ext://'):
        return _resolve(value[6:])
    return value


def _made(factory, config):
    factory = _resolve(factory) if isinstance(factory, str) else factory
    attributes = config.pop('.', None)
    made = factory(**{key: _converted(value) for key, value in config.items()})
    for name, value in (attributes or {}).items():
        setattr(made, name, _converted(value))
    return made


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def _each(self, kind, make):
        made = {}
        for name, config in self.config.get(kind, {}).items():
            try:
                made[name] = make(dict(config))
            except Exception as e:
                raise ValueError(f'Unable to configure {kind[:-1]} {name!r}') from e
        return made

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.get('incremental'):
            for name, logger in config.get('loggers', {}).items():
                self._set_up(logging.getLogger(name), logger, incremental=True)
            return
        self.formatters = self._each('formatters', self._formatter)
        self.filters = self._each('filters', lambda c: _made(c.pop('()'), c) if '()' in c else logging.Filter(c.get('name', '')))
        self.handlers = {}
        self.handlers = self._handlers()
        known = logging.root.manager.loggerDict
        if config.get('disable_existing_loggers', True):
            wanted = config.get('loggers', {})
            for name, logger in known.items():
                if isinstance(logger, logging.Logger) and name not in wanted:
                    logger.disabled = not any(name.startswith(w + '.') for w in wanted)
        for name, logger in config.get('loggers', {}).items():
            try:
                self._logger(name, logger)
            except Exception as e:
                raise ValueError(f'Unable to configure logger {name!r}') from e
        if 'root' in config:
            try:
                self._set_up(logging.getLogger(), config['root'])
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _formatter(self, config):
        if '()' in config:
            return _made(config.pop('()'), config)
        kind = _resolve(config['class']) if 'class' in config else logging.Formatter
        more = {'defaults': config['defaults']} if 'defaults' in config else {}
        return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'), **more)

    def _handlers(self):
        """Handlers; those whose target is another one come after that."""
        waiting = dict(self.config.get('handlers', {}))
        while waiting:
            for name, config in list(waiting.items()):
                if config.get('target') in waiting:
                    continue
                try:
                    self.handlers[name] = handler = self._handler(dict(config))
                except Exception as e:
                    raise ValueError(f'Unable to configure handler {name!r}') from e
                handler.name = name
                del waiting[name]
                break
            else:
                raise ValueError(f'Unable to configure handler {next(iter(waiting))!r}')
        return self.handlers

    def _handler(self, config):
        formatter, level, filters = config.pop('formatter', None), config.pop('level', None), config.pop('filters', ())
        factory = config.pop('()', None) or config.pop('class')
        if config.get('target') in self.handlers:
            config['target'] = self.handlers[config['target']]
        handler = _made(factory, config)
        if formatter is not None:
            handler.setFormatter(self.formatters[formatter])
        if level is not None:
            handler.setLevel(level)
        self._add_filters(handler, filters)
        return handler

    def _add_filters(self, target, filters):
        for f in filters:
            target.addFilter(self.filters[f] if isinstance(f, str) else f)

    def _set_up(self, logger, config, incremental=False):
        if config.get('level') is not None:
            logger.setLevel(config['level'])
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in config.get('handlers', ()):
                logger.addHandler(self.handlers[name])
            self._add_filters(logger, config.get('filters', ()))

    def _logger(self, name, config):
        logger = logging.getLogger(name)
        self._set_up(logger, config)
        logger.disabled = False
        if config.get('propagate') is not None:
            logger.propagate = config['propagate']


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise NotImplementedError('fileConfig() is not there: dictConfig() says the same')
