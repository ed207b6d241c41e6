# basicConfig to stdout, levels, lazy arguments, exc_info, child loggers.
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s:%(name)s:%(funcName)s:%(lineno)d: %(message)s')
log = logging.getLogger('app.db')


def work():
    log.debug('not shown')
    log.info('%s of %d', 'value', 5)
    log.warning('percent %s', {'k': 1})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed')
    log.error('with info', exc_info=False)


work()
logging.getLogger('app').setLevel(logging.ERROR)
log.warning('hidden now')
log.critical('shown')
print(log.level, log.getEffectiveLevel(), logging.getLevelName(30), log.parent.name, log.isEnabledFor(logging.INFO))
