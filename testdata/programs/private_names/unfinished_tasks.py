# The private counter of a queue can be read and set.
import asyncio

q = asyncio.Queue()
q.put_nowait(1)
print(q._unfinished_tasks, q._format())
q._unfinished_tasks = 2
print(q, q._format())
q.task_done()
print(q._unfinished_tasks)
