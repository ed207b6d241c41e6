package runtime_test

import (
	"fmt"
	"os"
	goruntime "runtime"
	"testing"
	"unsafe"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/require"
)

// BenchmarkDocumentationExample is the documentation's program of three workers and twenty items, from source to trace.
func BenchmarkDocumentationExample(b *testing.B) {
	source, err := os.ReadFile("../testdata/programs/queue_workers/documentation_seed_42.py")
	require.NoError(b, err)
	for b.Loop() {
		t := runtime.Run(runtime.Request{Filename: "main.py", Source: string(source)}, runtime.Hooks{})
		require.Equal(b, trace.StatusFinished, t.Outcome.Status)
	}
}

// BenchmarkSuspendedTask measures what a task that sleeps holds: Task, coroutine, frame, timer, and apart from that what
// the run has recorded about it.
func BenchmarkSuspendedTask(b *testing.B) {
	const tasks = 50_000
	for range b.N {
		idle, _ := heapWithTasks(b, 1)
		full, events := heapWithTasks(b, tasks)
		recorded := float64(events) * float64(unsafe.Sizeof(trace.Event{}))
		b.ReportMetric((float64(full-idle)-recorded)/tasks, "B/task")
		b.ReportMetric(recorded/tasks, "B-recorded/task")
	}
	b.ReportMetric(0, "ns/op")
}

// heapWithTasks returns the bytes on the heap while so many tasks sleep, and the number of events recorded by then.
func heapWithTasks(b *testing.B, tasks int) (heapBytes int64, events int) {
	source := fmt.Sprintf(`import asyncio

async def sleeper():
    await asyncio.sleep(10)

async def main():
    tasks = [asyncio.create_task(sleeper()) for _ in range(%d)]
    await asyncio.sleep(1)
    for _ in range(100_000):
        pass
    for task in tasks:
        task.cancel()

asyncio.run(main())
`, tasks)
	asleep := false
	limits := runtime.Limits{EventsMax: 2_000_000, MemoryMaxBytes: 1 << 30}
	runtime.Run(runtime.Request{Filename: "main.py", Source: source, Limits: limits}, runtime.Hooks{
		Progress: func(n int, virtualSeconds float64) {
			if asleep || virtualSeconds < 1 {
				return
			}
			asleep, events = true, n
			var stats goruntime.MemStats
			goruntime.GC()
			goruntime.ReadMemStats(&stats)
			heapBytes = int64(stats.HeapAlloc)
		},
	})
	require.True(b, asleep, "looked at while the tasks slept")
	return heapBytes, events
}
