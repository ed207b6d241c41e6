# Module-level calls configure stderr; handlers and formatters by hand; a missing argument is no error.
import logging
import sys

logging.warning('to stderr')
logging.getLogger('other').error('also stderr')
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter('[%(levelname)-8s] {%(threadName)s} %(message)s'))
log = logging.getLogger('mine')
log.addHandler(h)
log.propagate = False
log.setLevel(logging.DEBUG)
log.debug('debug %r', 'x')
log.log(25, 'level 25')
log.info('bad args %s')
