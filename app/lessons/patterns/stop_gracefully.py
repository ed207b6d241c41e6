import asyncio

JOB_SECONDS = 0.7  #@param {type:"slider", min:0.1, max:2, step:0.1}


async def worker(jobs, stop):
    while not stop.is_set():
        job = await jobs.get()
        await asyncio.sleep(JOB_SECONDS)
        print("finished", job)
        jobs.task_done()
    print("stopped after its job")


async def main():
    jobs, stop = asyncio.Queue(), asyncio.Event()
    for job in range(10):
        jobs.put_nowait(job)
    workers = [asyncio.create_task(worker(jobs, stop), name=f"worker-{n}") for n in range(2)]
    await asyncio.sleep(2)
    stop.set()  # no new job; the ones under way come to their ends
    await asyncio.gather(*workers, return_exceptions=True)
    print(jobs.qsize(), "jobs are left")


asyncio.run(main())
