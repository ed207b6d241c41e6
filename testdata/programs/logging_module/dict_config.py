# dictConfig, adapters, levels of one's own
import logging
import logging.config
import logging.handlers
import sys

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"std": {"format": "%(asctime)s %(levelname)s %(message)s", "datefmt": "%H"}, "short": {"format": "[%(levelname).1s] %(name)s %(message)s"}},
    "handlers": {"con": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "level": "INFO"}},
    "loggers": {"svc": {"handlers": ["con"], "level": "DEBUG", "propagate": False}},
    "root": {"handlers": ["con"], "level": "WARNING"},
}
logging.config.dictConfig(LOGGING)
log = logging.getLogger("svc.db")
log.debug("no"); log.info("yes"); log.warning("w %s", 1)
logging.getLogger("other").info("no"); logging.error("root error")
class ListHandler(logging.Handler):
    def __init__(self): super().__init__(); self.records = []
    def emit(self, record): self.records.append(self.format(record))
lh = ListHandler(); lh.setFormatter(logging.Formatter("%(levelname)s|%(module)s|%(funcName)s|%(lineno)d|%(threadName)s|%(message)s"))
log.addHandler(lh); log.setLevel("WARNING")
def f(): log.error("in f", stacklevel=1); log.info("dropped")
f()
print(lh.records, log.isEnabledFor(logging.INFO), log.getEffectiveLevel(), logging.getLevelName(35), log, lh, log.parent, log.hasHandlers())
logging.addLevelName(25, "NOTICE"); log.log(25, "dropped"); log.log(45, "level 45")
la = logging.LoggerAdapter(log, {"ip": "::1"}); la.warning("adapted")
class Ctx(logging.LoggerAdapter):
    def process(self, msg, kwargs): return f"<{self.extra['id']}> {msg}", kwargs
Ctx(log, {"id": 5}).error("boom")
mem = logging.handlers.MemoryHandler(10, target=lh); log.addHandler(mem); log.error("buffered"); mem.flush()
print(lh.records[-2:])
logging.disable(logging.ERROR); log.error("gone"); logging.disable(logging.NOTSET)
