# Logging in tasks with relative virtual times.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format='%(taskName)s %(name)s %(message)s')
log = logging.getLogger(__name__)


async def work(n):
    log.info('start %s', n)
    await asyncio.sleep(n)
    log.info('end %s', n)


async def main():
    logging.getLogger('asyncio').setLevel(logging.WARNING)
    async with asyncio.TaskGroup() as tg:
        for i in (2, 1):
            tg.create_task(work(i), name=f'job-{i}')


asyncio.run(main())
