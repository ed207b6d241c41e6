package tracetest

import "asyncplay/runtime/trace"

// Lines of the program that the worker stories tell:
//
//	 9 async def worker(name, queue):
//	10     while True:
//	11         delay = await queue.get()
//	12         await asyncio.sleep(delay)
//	13         print(...)
//	14         queue.task_done()
//	17 async def main():
//	21     queue.put_nowait(...)
//	23     asyncio.create_task(worker(...))
//	27     await queue.join()
//	29     w.cancel()
//	30     await asyncio.gather(*workers, return_exceptions=True)
const (
	LineGet      = 11
	LineSleep    = 12
	LinePrint    = 13
	LineTaskDone = 14
	LineQueue    = 19
	LinePut      = 21
	LineCreate   = 23
	LineJoin     = 27
	LineCancel   = 29
	LineGather   = 30
	LineRun      = 33
)

// Workers is the beginning of a worker story: main has put five items, created two
// workers and waits in join(); the workers hold items 1 and 2 until 1 s and 2 s.
type Workers struct {
	*Script
	Main, W0, W1 trace.TaskID
	Queue        trace.ObjectID
}

// NewWorkers tells that beginning.
func NewWorkers() *Workers {
	s := New()
	w := &Workers{Script: s}
	s.At(0)
	w.Main = s.Task("Task-1", "main", LineRun)
	s.Step(w.Main, 17)
	w.Queue = s.Queue("Queue", LineQueue, 0)
	for _, repr := range []string{"1.0", "2.0", "0.5", "0.25", "0.125"} {
		s.Put(w.Queue, LinePut, repr)
	}
	w.W0 = s.Task("worker-0", "worker", LineCreate)
	w.W1 = s.Task("worker-1", "worker", LineCreate)
	s.Join(w.Queue, LineJoin)
	s.Step(w.W0, 9)
	s.Get(w.Queue, LineGet, 1)
	s.Sleep(LineSleep, 1)
	s.Step(w.W1, 9)
	s.Get(w.Queue, LineGet, 2)
	s.Sleep(LineSleep, 2)
	return w
}

// BothDie is the run in which each worker raises on its first item: join() hangs with
// five unfinished items, two taken and three in the queue.
func BothDie() *trace.Trace {
	w := NewWorkers()
	w.At(1)
	w.Step(w.W0, LinePrint)
	w.Raise(LinePrint, "RuntimeError: boom")
	w.At(2)
	w.Step(w.W1, LinePrint)
	w.Raise(LinePrint, "RuntimeError: boom")
	return w.Finish(trace.RunHung, "")
}

// workOff has worker-0 mark items 1, 3, 4 and 5 done by 2 s and worker-1 item 2 at 2 s,
// so that both wait in get() and main goes on.
func (w *Workers) workOff() {
	w.At(1)
	w.Step(w.W0, LinePrint)
	w.Print(LinePrint, "worker-0 slept 1.00 s")
	w.TaskDone(w.Queue, LineTaskDone)
	w.Get(w.Queue, LineGet, 3)
	w.Sleep(LineSleep, 1.5)
	for i, at := range []float64{1.5, 1.75} {
		w.At(at)
		w.Step(w.W0, LinePrint)
		w.TaskDone(w.Queue, LineTaskDone)
		w.Get(w.Queue, LineGet, int32(4+i))
		w.Sleep(LineSleep, []float64{1.75, 1.875}[i])
	}
	w.At(1.875)
	w.Step(w.W0, LinePrint)
	w.TaskDone(w.Queue, LineTaskDone)
	w.Wait(LineGet, trace.Event{Wait: trace.WaitQueueGet, Object: w.Queue})
	w.At(2)
	w.Step(w.W1, LinePrint)
	w.TaskDone(w.Queue, LineTaskDone)
	w.Wait(LineGet, trace.Event{Wait: trace.WaitQueueGet, Object: w.Queue})
	w.At(2)
	w.Step(w.Main, LineJoin)
	w.Joined(w.Queue, LineJoin)
	w.Cancel(w.W0, LineCancel)
	w.Cancel(w.W1, LineCancel)
	w.Wait(LineGather, trace.Event{Wait: trace.WaitGather, Size: 2})
	w.At(2)
}

// AllCancelled is the run that goes well: five items marked done, both workers
// cancelled.
func AllCancelled() *trace.Trace {
	w := NewWorkers()
	w.workOff()
	for _, id := range []trace.TaskID{w.W0, w.W1} {
		w.Throw(id, LineGet)
		w.Cancelled(LineGet)
	}
	w.Step(w.Main, LineGather)
	w.Return()
	return w.Finish(trace.RunFinished, "")
}

// FinallyAroundGet is the run in which get() stands inside the try whose finally calls
// task_done(): when cancelled there, each worker ends with ValueError.
func FinallyAroundGet() *trace.Trace {
	w := NewWorkers()
	w.workOff()
	for _, id := range []trace.TaskID{w.W0, w.W1} {
		w.Throw(id, LineGet)
		w.TaskDoneError(w.Queue, LineTaskDone)
		w.Raise(LineTaskDone, "ValueError: task_done() called too many times")
	}
	w.Step(w.Main, LineGather)
	w.Return()
	return w.Finish(trace.RunFinished, "")
}
