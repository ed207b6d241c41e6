package remedy_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/remedy"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/trace"
)

// TestFixesFitOtherShapesOfTheMistake changes programs of other forms than the examples'. Each is given as its lines around
// the mistake and what the fix makes of them.
func TestFixesFitOtherShapesOfTheMistake(t *testing.T) {
	const head = "import asyncio\nimport time\n\n\n"
	tests := []struct {
		name          string
		id            remedy.ID
		source, fixed string
		fault         string
	}{
		{"the documentation's worker, with its comments", remedy.TaskDoneMissing, `
async def worker(queue):
    while True:
        # Get a "work item" out of the queue.
        n = await queue.get()

        # Handle it.
        await asyncio.sleep(1 / n)

        # Notify the queue that the "work item" has been processed.
        queue.task_done()

        print(f'{n} is done')

async def main():
    queue = asyncio.Queue()
    for n in (1, 0, 2):
        queue.put_nowait(n)
    tasks = [asyncio.create_task(worker(queue))]
    await queue.join()
    tasks[0].cancel()

asyncio.run(main())
`, `
async def worker(queue):
    while True:
        # Get a "work item" out of the queue.
        n = await queue.get()

        # Handle it.
        try:
            await asyncio.sleep(1 / n)

            print(f'{n} is done')
        except Exception as error:
            print(f"failed: {error!r}")
        finally:
            # Notify the queue that the "work item" has been processed.
            queue.task_done()
`, ""},
		{"continue skips task_done(), and a string goes over lines", remedy.TaskDoneMissing, `
async def worker(queue):
    while True:
        n = await queue.get()
        if n % 2:
            continue
        print("""even:
  yes""", n)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    for n in range(4):
        queue.put_nowait(n)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    task.cancel()

asyncio.run(main())
`, `
        try:
            if n % 2:
                continue
            print("""even:
  yes""", n)
        finally:
            queue.task_done()
`, ""},
		{"an except clause around everything", remedy.TaskDoneMissing, `
async def worker(queue):
	while True:
		try:
			n = await queue.get()
			print(1 / n)
			queue.task_done()
		except ZeroDivisionError:
			print("no")

async def main():
	queue = asyncio.Queue()
	for n in range(2):
		queue.put_nowait(n)
	task = asyncio.create_task(worker(queue))
	await queue.join()
	task.cancel()

asyncio.run(main())
`, `
		try:
			n = await queue.get()
			try:
				print(1 / n)
			finally:
				queue.task_done()
		except ZeroDivisionError:
`, ""},
		{"an item taken in a loop's header", remedy.TaskDoneMissing, `
async def worker(queue):
    while (n := await queue.get()) is not None:
        await asyncio.sleep(n)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    task.cancel()

asyncio.run(main())
`, `
    while (n := await queue.get()) is not None:
        try:
            await asyncio.sleep(n)
        except Exception as error:
            print(f"failed: {error!r}")
        finally:
            queue.task_done()
`, "7:raise=ValueError:nth=1"},
		{"main called at the top level", remedy.AwaitForgotten, `
async def main():
    print("here")

main()
`, `
asyncio.run(main())
`, ""},
		{"a result that is a coroutine", remedy.AwaitForgotten, `
async def price():
    return 3

async def main():
    value = price()
    print(value + 1)

asyncio.run(main())
`, `
    value = await price()
`, ""},
		{"asyncio.sleep without await", remedy.AwaitForgotten, `
async def main():
    asyncio.sleep(1)

asyncio.run(main())
`, `
    await asyncio.sleep(1)
`, ""},
		{"gather of a generator", remedy.GatherList, `
async def f(n):
    return n

async def main():
    print(await asyncio.gather(f(n) for n in range(3)))

asyncio.run(main())
`, `
    print(await asyncio.gather(*(f(n) for n in range(3))))
`, ""},
		{"gather of a list in a variable", remedy.GatherList, `
async def f(n):
    return n

async def main():
    tasks = [asyncio.create_task(f(n)) for n in range(3)]
    print(await asyncio.gather(tasks, return_exceptions=True))

asyncio.run(main())
`, `
    print(await asyncio.gather(*tasks, return_exceptions=True))
`, ""},
		{"asyncio.wait of a list in a variable", remedy.WaitCoroutines, `
async def f(n):
    return n

async def main():
    coros = [f(n) for n in range(3)]
    done, _ = await asyncio.wait(coros)
    print(len(done))

asyncio.run(main())
`, `
    done, _ = await asyncio.wait([asyncio.create_task(coro) for coro in coros])
`, ""},
		{"a blocking function that a coroutine calls", remedy.LoopBlocked, `
def compute(n):
    time.sleep(1)
    return n

async def ask(n):
    result = compute(n) + 1
    print(result)

async def main():
    await asyncio.gather(ask(1), ask(2))

asyncio.run(main())
`, `
    result = (await asyncio.to_thread(compute, n)) + 1
`, ""},
		{"locks that come as parameters", remedy.LockOrder, `
async def transfer(source, target):
    async with source:
        await asyncio.sleep(0)
        async with target:
            print("moved")

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(transfer(a, b), transfer(b, a))

asyncio.run(main())
`, `
    first, second = sorted((source, target), key=id)
    async with first:
        await asyncio.sleep(0)
        async with second:
`, ""},
		{"a bare except", remedy.CancelSwallowed, `
async def stubborn():
    for _ in range(3):
        try:
            await asyncio.sleep(1)
        except:
            print("what was that?")

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.wait([task])

asyncio.run(main())
`, `
        except Exception:
`, ""},
		{"a clause for several exceptions", remedy.CancelSwallowed, `
async def stubborn():
    for _ in range(3):
        try:
            await asyncio.sleep(1)
        except (OSError, asyncio.CancelledError):
            print("no")

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.wait([task])

asyncio.run(main())
`, `
        except asyncio.CancelledError:
            raise
        except (OSError, asyncio.CancelledError):
`, ""},
		{"tasks in a list", remedy.ExceptionUnseen, `
async def f(n):
    print(1 / n)

async def main():
    tasks = []
    for n in range(3):
        tasks.append(asyncio.create_task(f(n)))
    await asyncio.sleep(1)

asyncio.run(main())
`, `
    await asyncio.sleep(1)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            print(f"a task failed: {result!r}")
`, ""},
		{"a single task nobody keeps", remedy.TaskNotKept, `
async def f():
    await asyncio.sleep(1)

async def main():
    asyncio.create_task(f())
    return 1

asyncio.run(main())
`, `
    task = asyncio.create_task(f())
    await task
    return 1
`, ""},
	}
	for _, test := range tests {
		for _, ends := range []string{"\n", "\r\n"} {
			t.Run(test.name+map[string]string{"\n": "", "\r\n": ", with other line ends"}[ends], func(t *testing.T) {
				source := strings.ReplaceAll(head+strings.TrimPrefix(test.source, "\n"), "\n", ends)
				var faults []string
				if test.fault != "" {
					faults = []string{test.fault}
				}
				findings := find(source, faults...)
				require.NotEmpty(t, findings)
				assert.Equal(t, test.id, findings[0].ID)
				fixed := findings[0].Fixed(source)
				assert.Contains(t, fixed, strings.ReplaceAll(test.fixed, "\n", ends))
				_, parses := rewrite.Parse(fixed)
				assert.True(t, parses)
				after := run(fixed)
				assert.Equal(t, trace.StatusFinished, after.Outcome.Status, after.Text(after.Outcome.Text))
				assert.Empty(t, show(find(fixed)))
				assert.Equal(t, ends == "\r\n", strings.Contains(fixed, "\r\n"))
				assert.Equal(t, strings.Count(fixed, "\n"), strings.Count(fixed, ends))
			})
		}
	}
}

// TestRightProgramsThatLookWrong: nothing is found where the same words stand for something right.
func TestRightProgramsThatLookWrong(t *testing.T) {
	tests := map[string]string{
		"a coroutine that a call takes":             "async def f():\n    pass\nasync def main():\n    c = f()\n    await asyncio.wait_for(c, 1)\n    print(c)\n",
		"an asynchronous generator":                 "async def f():\n    yield 1\nasync def main():\n    g = f()\n    print(g)\n    async for _ in g:\n        pass\n",
		"a background task that runs until the end": "async def tick():\n    while True:\n        await asyncio.sleep(1)\nasync def main():\n    asyncio.create_task(tick())\n    await asyncio.sleep(3)\n",
		"a task group":                              "async def f():\n    await asyncio.sleep(1)\nasync def main():\n    async with asyncio.TaskGroup() as tg:\n        tg.create_task(f())\n",
		"an awaited task that is cancelled":         "async def f():\n    await asyncio.sleep(9)\nasync def main():\n    t = asyncio.create_task(f())\n    await asyncio.sleep(0)\n    t.cancel()\n    try:\n        await t\n    except asyncio.CancelledError:\n        print('cancelled')\n    await asyncio.sleep(1)\n",
		"a worker that cleans up and leaves":        "async def f():\n    while True:\n        try:\n            await asyncio.sleep(1)\n        except asyncio.CancelledError:\n            break\n    await asyncio.sleep(0.1)\nasync def main():\n    t = asyncio.create_task(f())\n    await asyncio.sleep(0)\n    t.cancel()\n    await asyncio.wait([t])\n",
		"time.sleep in a thread":                    "async def main():\n    await asyncio.gather(asyncio.to_thread(time.sleep, 1), asyncio.sleep(1))\n",
		"time.sleep when nobody else is there":      "async def main():\n    time.sleep(1)\n",
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Empty(t, show(find("import asyncio\nimport time\n"+body+"asyncio.run(main())\n")))
		})
	}
}
