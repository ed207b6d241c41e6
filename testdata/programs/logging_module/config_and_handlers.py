# logging.config, QueueListener, MemoryHandler, rotating files
import logging, logging.handlers, logging.config, queue, asyncio, os, sys
logging.basicConfig(filename="app.log", level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
logging.info("to file"); logging.getLogger("x").warning("also %d", 5)
print(open("app.log").read(), end="")
root = logging.getLogger()
for h in root.handlers[:]: root.removeHandler(h); h.close()
os.remove("app.log")
q = queue.Queue()
out = logging.StreamHandler(sys.stdout); out.setFormatter(logging.Formatter("%(threadName)s %(message)s"))
listener = logging.handlers.QueueListener(q, out); root.addHandler(logging.handlers.QueueHandler(q)); root.setLevel("DEBUG"); listener.start()
log = logging.getLogger("svc")
async def job(n): log.info("job %s", n); await asyncio.sleep(0.1); log.debug("done %s", n)
async def main(): await asyncio.gather(*map(job, range(2)))
asyncio.run(main())
try: 1 / 0
except ZeroDivisionError: log.exception("oops")
listener.stop()
logging.config.dictConfig({"version": 1, "formatters": {"f": {"format": "{levelname} {message}", "style": "{"}}, "filters": {"only": {"name": "a"}},
    "handlers": {"h": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "f", "filters": ["only"]}, "m": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "h"}},
    "loggers": {"a": {"level": "DEBUG", "handlers": ["m"]}}, "root": {"level": "ERROR", "handlers": []}})
logging.getLogger("a.b").debug("one"); print("buffered"); logging.getLogger("a").info("two")
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such"}}}, {"version": 1, "loggers": {"z": {"level": "LOUD"}}}):
    try: logging.config.dictConfig(bad)
    except ValueError as e: print(e, "|", repr(e.__cause__))
rf = logging.handlers.RotatingFileHandler("r.log", maxBytes=40, backupCount=2); rl = logging.getLogger("rot"); rl.addHandler(rf); rl.propagate = False; rl.setLevel(10); rl.disabled = False
for i in range(6): rl.info("message number %d", i)
rf.close(); print({n: open(n).read() for n in sorted(os.listdir(".")) if n.startswith("r.log")})
for n in ("r.log", "r.log.1", "r.log.2"): os.remove(n)
