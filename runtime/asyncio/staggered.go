package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// staggeredRace is the coroutine staggered_race() (CPython 3.13 asyncio/staggered.py): coroutine functions run until one
// succeeds; the next one starts when the delay has passed or the one before it has failed.
type staggeredRace struct {
	functions, delay, loop object.Value

	iterator   object.Value // over functions; the index of the next one is len(exceptions)
	exceptions *object.List // None for a function that has not failed
	result     object.Value
	winner     object.Value // the index of the one that succeeded
	runners    []object.Value
	awaited    int // how many runners the wait going on is for; 0 before the first
}

func newStaggeredRace(functions, delay, loop object.Value) *staggeredRace {
	exceptions, _ := object.AsList(object.NewList(nil))
	return &staggeredRace{
		functions: functions, delay: delay, loop: loop,
		exceptions: exceptions, result: object.None, winner: object.None,
	}
}

// Resume implements object.Resumable.
func (r *staggeredRace) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown == nil {
		thrown = r.proceed(t)
	}
	if thrown == nil && r.awaited > 0 {
		waiting := make([]object.Value, r.awaited)
		copy(waiting, r.runners)
		return object.Await(&waitBody{awaitables: object.NewList(waiting)})
	}
	for _, runner := range r.runners {
		if err := cancelAny(t, runner); err != nil {
			return object.Raise(err)
		}
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	return object.Return(object.NewTuple(r.result, r.winner, r.exceptions.Value()))
}

// proceed begins the race, or looks at the runners that were waited for; awaited is then the number of runners to wait
// for next, 0 when all have ended.
func (r *staggeredRace) proceed(t *object.Thread) *object.Exception {
	if r.awaited == 0 {
		if err := r.begin(t); err != nil {
			return err
		}
		r.awaited = len(r.runners)
		return nil
	}
	done := 0
	for _, v := range r.runners[:r.awaited] {
		f := futureOf(v)
		if !f.done() {
			continue
		}
		done++
		if f.state == cancelled {
			continue
		}
		// A runner keeps the exceptions of its function to itself: this one is the fault of who wrote the race.
		if e, err := f.getException(); e != nil || err != nil {
			if err == nil {
				vm.SetContext(e, t.Handling)
				err = e
			}
			return err
		}
	}
	r.awaited = len(r.runners)
	if done == len(r.runners) {
		r.awaited = 0
	}
	return nil
}

func (r *staggeredRace) begin(t *object.Thread) *object.Exception {
	given, err := r.loopGiven(t)
	if err != nil {
		return err
	}
	if !given {
		l, err := stateOf(t).runningLoop()
		if err != nil {
			return err
		}
		r.loop = l.Value()
	}
	if r.iterator, err = object.Iter(t, r.functions); err != nil {
		return err
	}
	return r.addRunner(t, createdByStaggeredRace, nil)
}

// loopGiven reports whether the argument loop is one to use.
func (r *staggeredRace) loopGiven(t *object.Thread) (bool, *object.Exception) {
	if !r.loop.IsValid() || r.loop.IsNone() {
		return false, nil
	}
	return object.Truth(t, r.loop)
}

// addRunner makes the task that will run the next function.
func (r *staggeredRace) addRunner(t *object.Thread, by *createdPlace, previousFailed *Event) *object.Exception {
	coroutine := object.NewCoroutine("staggered_race.<locals>.run_one_coro", &staggeredRunner{race: r, previousFailed: previousFailed}).Value()
	var task object.Value
	var err *object.Exception
	if l, ok := loopOf(r.loop); ok && r.loop.Type().Flags&object.FlagHeap == 0 {
		task, err = l.createTaskBy(t, by, coroutine, object.Value{}, nil)
	} else {
		task, err = object.CallMethod(t, r.loop, "create_task", coroutine)
	}
	if err == nil {
		r.runners = append(r.runners, task)
	}
	return err
}

// cancelAny is v.cancel(), whatever a task factory has made.
func cancelAny(t *object.Thread, v object.Value) *object.Exception {
	if f := futureOf(v); f != nil {
		_, err := f.cancel(t, object.Value{})
		return err
	}
	_, err := object.CallMethod(t, v, "cancel")
	return err
}

// VisitHeld implements object.Holder.
func (r *staggeredRace) VisitHeld(visit func(object.Value)) {
	for _, v := range append([]object.Value{r.functions, r.loop, r.iterator, r.result, r.exceptions.Value()}, r.runners...) {
		if v.IsValid() {
			visit(v)
		}
	}
}

// staggeredRunner is run_one_coro() of a race: it waits for its turn, makes the runner after it and runs a function.
type staggeredRunner struct {
	race           *staggeredRace
	previousFailed *Event // nil for the first
	stage          staggeredStage
	index          int
	failed         *Event
}

type staggeredStage uint8

const (
	staggeredCreated staggeredStage = iota
	staggeredTurn                   // waits for the one before to fail, or for the delay to pass
	staggeredRuns                   // awaits its function
)

// awaitLine implements placedBody.
func (b *staggeredRunner) awaitLine() int {
	if b.stage == staggeredTurn {
		return 80
	}
	return 96
}

// VisitHeld implements object.Holder.
func (b *staggeredRunner) VisitHeld(visit func(object.Value)) { b.race.VisitHeld(visit) }

// Resume implements object.Resumable.
func (b *staggeredRunner) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	switch b.stage {
	case staggeredCreated:
		if thrown == nil && b.previousFailed != nil {
			b.stage = staggeredTurn
			wait := object.NewCoroutine("Event.wait", &eventWait{event: b.previousFailed}).Value()
			return object.Await(&waitForBody{awaitable: wait, timeout: b.race.delay})
		}
	case staggeredTurn:
		if thrown != nil && thrown.Is(object.TimeoutErrorType) {
			thrown = nil
		}
	case staggeredRuns:
		return b.end(t, sent, thrown)
	}
	if thrown != nil {
		return object.Raise(thrown)
	}
	return b.start(t)
}

// start runs the next function, if there is one.
func (b *staggeredRunner) start(t *object.Thread) object.Outcome {
	r := b.race
	function, err := object.Next(t, r.iterator)
	switch {
	case err != nil:
		return object.Raise(err)
	case !function.IsValid():
		return object.Return(object.None)
	}
	b.failed = newInternalEvent(t)
	if err := r.addRunner(t, createdByStaggeredRunner, b.failed); err != nil {
		return object.Raise(err)
	}
	b.index = len(r.exceptions.Items)
	r.exceptions.Items = append(r.exceptions.Items, object.None)
	b.stage = staggeredRuns
	v, err := object.Call(t, function, object.Args{})
	if err != nil {
		return b.end(t, object.Value{}, err)
	}
	driver, err := awaitable(t, v)
	if err != nil {
		return b.end(t, object.Value{}, err)
	}
	return object.Await(driver)
}

// end notes how the function ended: a failure is the next one's turn, a success the end of all others.
func (b *staggeredRunner) end(t *object.Thread, result object.Value, raised *object.Exception) object.Outcome {
	r := b.race
	if raised != nil {
		if raised.Fatal != object.NotFatal || isBaseError(raised) {
			return object.Raise(raised)
		}
		r.exceptions.Items[b.index] = raised.Value()
		b.failed.set(t)
		return object.Return(object.None)
	}
	if !r.winner.IsNone() { // one that was asked to stop, and returned all the same
		return object.Raise(object.NewExceptionArgs(object.AssertionErrorType))
	}
	r.result, r.winner = result, object.Int(int64(b.index))
	for i, runner := range r.runners {
		if i == b.index {
			continue
		}
		if err := cancelAny(t, runner); err != nil {
			return object.Raise(err)
		}
	}
	return object.Return(object.None)
}

func staggeredFunctions() []object.Value {
	return []object.Value{
		asyncFunction("staggered_race(coro_fns, delay, *, loop=)", func(t *object.Thread, a []object.Value) object.Resumable {
			return newStaggeredRace(a[0], a[1], a[2])
		}),
	}
}
