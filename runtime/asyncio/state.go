package asyncio

import (
	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// state is what asyncio keeps for one run.
type state struct {
	run   *object.Run
	clock *eventloop.Clock
	// running is the loop that runs now, nil outside (events._get_running_loop).
	running *Loop
	// runner is the one whose main task runs, which SIGINT cancels.
	runner *Runner
	// current is the loop of the policy (set_event_loop), nil when none was made.
	current    *Loop
	currentSet bool
	// loops are those that are not closed.
	loops []*Loop
	// policy is the event loop policy that the program asked for or has set.
	policy object.Value
	// tasks are all tasks created, in order; done ones are dropped now and then.
	tasks    []*Task
	sweepAt  int // length of tasks at which it is swept
	nextTask int // number of the last default task name
	context  *Context
	// unretrieved are futures that ended with an exception which nobody had retrieved when
	// the list was swept last.
	unretrieved []*Future
	lostSweepAt int
	// mainLoop is the loop that runs in the main thread, nil when none does.
	mainLoop *Loop
	threads  []*Thread
	jobs     []Job // waiting for a free thread of their pool
	// activeThread is the simulated thread that has control, nil for the main one.
	activeThread *Thread
	threadEnded  Parking
	foreign      foreign
	// collecting is set while gc.collect() looks for what can be reached.
	collecting bool
	net        *loopback
}

type stateKey struct{}

// stateOf returns asyncio's state of the run.
func stateOf(t *object.Thread) *state {
	return t.Run.Ext(stateKey{}, func() any {
		s := &state{run: t.Run, clock: &eventloop.Clock{}, context: newContext()}
		t.Run.Roots = append(t.Run.Roots, s.visitRoots)
		vm.OnAsyncGeneratorDropped(t.Run, s.closeDroppedAsyncgen)
		return s
	}).(*state)
}

// Clock returns the virtual clock of the run; package stdlib's time reads it too.
func Clock(t *object.Thread) *eventloop.Clock { return stateOf(t).clock }

// currentTask is asyncio.current_task(), nil outside tasks.
func (s *state) currentTask() *Task {
	if s.running == nil {
		return nil
	}
	return s.running.currentTask
}

// tasksSweepMin is the number of tasks from which finished ones are swept out of the list.
const tasksSweepMin = 64

// addTask lists a new task; finished ones are swept whenever the list has doubled.
func (s *state) addTask(k *Task) {
	if len(s.tasks) >= s.sweepAt {
		kept := s.tasks[:0]
		for _, other := range s.tasks {
			if !other.done() {
				kept = append(kept, other)
			}
		}
		clear(s.tasks[len(kept):])
		s.tasks = kept
		s.sweepAt = max(tasksSweepMin, 2*len(kept))
	}
	s.tasks = append(s.tasks, k)
}

// allTasks are the loop's tasks that are not done, in order of creation.
func (s *state) allTasks(l *Loop) []*Task {
	var tasks []*Task
	for _, k := range s.tasks {
		if !k.done() && k.loop == l && !k.quiet {
			tasks = append(tasks, k)
		}
	}
	return tasks
}

// laneMain is the lane of code outside any task.
const laneMain trace.TaskID = 0
