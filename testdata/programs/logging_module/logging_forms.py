# logging: formatters, handlers, levels, filters, exc_info, extra, adapters, hierarchy.
import logging, sys, io
s = io.StringIO(); h = logging.StreamHandler(s)
log = logging.getLogger('app.db'); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
def out():
    print(s.getvalue(), end=''); s.seek(0); s.truncate()
for fmt, style in [('%(levelname)s:%(name)s:%(message)s', '%'), ('{levelname:>8} {name} {message} {lineno} {funcName} {filename} {module}', '{'), ('$levelname - $message', '$'), ('%(levelno)d %(threadName)s %(processName)s %(msecs)03d', '%'), (None, '%')]:
    h.setFormatter(logging.Formatter(fmt, style=style)); log.info('x=%s %d', 'a', 5); out()
h.setFormatter(logging.Formatter('%(asctime)s %(message)s', '%H:%M:%S')); log.warning('time'); out()
h.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
try: 1 / 0
except ZeroDivisionError: log.exception('failed'); out(); log.error('again', exc_info=True); out(); log.error('no')
out()
log.debug('%(a)s', {'a': 1}); log.log(35, 'custom'); log.critical('c'); logging.addLevelName(35, 'NOTICE'); log.log(35, 'named'); out()
log.info('with stack', stack_info=False); log.info('100%'); log.info('%d items', 3); out()
class F(logging.Filter):
    def filter(self, r): r.msg = '[f] ' + str(r.msg); return 'skip' not in r.msg
h.addFilter(F()); log.info('keep'); log.info('skip'); out(); h.filters.clear()
h.setFormatter(logging.Formatter('%(message)s %(user)s')); log.info('hi', extra={'user': 'bob'}); out()
h.setFormatter(logging.Formatter('%(message)s %(q)s', defaults={'q': 'dflt'})); log.info('hi'); out()
h.setFormatter(logging.Formatter('%(message)s'))
ad = logging.LoggerAdapter(log, {'user': 'z'}); ad.info('adapted'); out()
print(log.name, log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.parent, log.hasHandlers(), log, logging.getLevelName(20), logging.getLevelName('ERROR'), h)
child = log.getChild('c'); child.info('from child'); out(); print(child.name, child.parent is log)
h.setLevel('ERROR'); log.info('no'); log.error('yes'); out(); h.setLevel(logging.NOTSET); log.disabled = True; log.error('no'); log.disabled = False
logging.disable(logging.INFO); log.info('no'); log.warning('w'); logging.disable(logging.NOTSET); out()
root = logging.getLogger(); print(root, root.level); logging.basicConfig(stream=sys.stdout, format='%(levelname)s|%(message)s', level='INFO'); logging.info('root info'); logging.debug('no'); logging.basicConfig(stream=sys.stderr); logging.warning('still stdout'); logging.basicConfig(force=True, stream=sys.stdout, format='F %(message)s'); logging.warning('forced')
log.propagate = True; log.warning('both'); out(); log.removeHandler(h)
class LH(logging.Handler):
    def emit(self, record): print('LH', record.levelname, record.getMessage(), record.args, self.format(record))
log.addHandler(LH()); log.propagate = False; log.info('a %s', 1)
log.info('bad %d', 'x') if False else None
print(logging.getLogger('app.db') is log, logging.root is root, logging.WARN, logging.FATAL, logging.getLevelNamesMapping()['WARN'])
try: log.setLevel('NOPE')
except ValueError as e: print(e)
try: log.info('x', extra={'message': 1})
except KeyError as e: print(e)
rec = logging.LogRecord('n', 20, 'p/f.py', 3, 'm %s', ('a',), None); print(rec, rec.getMessage(), rec.filename, rec.module); print(logging.makeLogRecord({'msg': 'hi', 'levelname': 'X'}).getMessage())
