# An except whose body is only a comment: expected an indented block.
async def worker(name, queue):
    while True:
        try:
            item = await queue.get()
        except Exception as e:
            # handle it
        finally:
            queue.task_done()
