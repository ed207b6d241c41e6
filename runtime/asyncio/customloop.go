package asyncio

import (
	"math"

	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
)

// customLoop is what a loop whose class is the program's does its own way. In CPython 3.13
// all of asyncio/base_events.py and asyncio/tasks.py goes through these methods.
type customLoop struct {
	callAt, time, runOnce bool
	// timers are those of a loop with its own time; the loop's scheduler keeps what the engine
	// sets on the virtual clock. Nil when time() is not overridden.
	timers *eventloop.Scheduler
	clock  *eventloop.Clock
}

// findOverrides looks which methods the class of the loop defines anew.
func (l *Loop) findOverrides() {
	typ := l.Type()
	if typ.Flags&object.FlagHeap == 0 {
		return
	}
	own := func(name string) bool {
		v, _ := typ.Lookup(name)
		base, _ := builtinOf(typ).Lookup(name)
		return v != base
	}
	c := &customLoop{callAt: own("call_at"), time: own("time"), runOnce: own("_run_once")}
	if c.time {
		c.clock = &eventloop.Clock{}
		c.timers = eventloop.NewScheduler(c.clock)
	}
	l.custom = c
}

// attribute is what the program set on the loop object itself.
func (l *Loop) attribute(name string) (object.Value, bool) {
	v := l.Attrs().Get(name)
	return v, v.IsValid()
}

// overriding tells whether the program has a method of its own: on the object itself, which is
// returned, or in its class.
func (l *Loop) overriding(name string) (object.Value, bool) {
	if method, ok := l.attribute(name); ok {
		return method, true
	}
	typ := l.Type()
	if typ.Flags&object.FlagHeap == 0 {
		return object.Value{}, false
	}
	method, _ := typ.Lookup(name)
	base, _ := builtinOf(typ).Lookup(name)
	return object.Value{}, method != base
}

// stepSoon schedules a step of a task, through call_soon() of the program if there is one.
func (l *Loop) stepSoon(t *object.Thread, k *Task, woken *Future) *object.Exception {
	if _, ok := l.overriding("call_soon"); !ok {
		l.scheduleStep(k, woken)
		return nil
	}
	step := object.NewFunction("asyncio", "step", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		return object.None, (&stepHandle{task: k, woken: woken}).run(t)
	})
	return l.ownCallSoon(t, k.context, step)
}

// ownCallSoon calls the call_soon() of the program.
func (l *Loop) ownCallSoon(t *object.Thread, context *Context, callback object.Value, arguments ...object.Value) *object.Exception {
	method, err := object.GetAttr(t, l.Value(), "call_soon")
	if err != nil {
		return err
	}
	args := object.Args{Pos: append([]object.Value{callback}, arguments...)}
	if context != nil {
		args.KwNames, args.KwValues = []string{"context"}, []object.Value{context.Value()}
	}
	_, err = object.Call(t, method, args)
	return err
}

// callbackSoon schedules a done callback, through call_soon() of the program if there is one. What
// that raises is raised out of the loop when the callback that runs now has ended.
func (l *Loop) callbackSoon(t *object.Thread, f *Future, c *doneCallback) bool {
	if _, ok := l.overriding("call_soon"); !ok {
		return false
	}
	var err *object.Exception
	switch {
	case c.waiter != nil:
		err = l.stepSoon(t, c.waiter, f)
	case c.run != nil:
		err = l.ownCallSoon(t, c.context, c.run.function(), f.Value())
	default:
		err = l.ownCallSoon(t, c.context, c.callable, f.Value())
	}
	if err != nil && l.failed == nil {
		l.failed = err
	}
	return true
}

// timerAfter is loop.call_later() with a function of the engine; delay is what the program
// gave as delaySeconds. The deadline is returned too, for the trace.
func (l *Loop) timerAfter(t *object.Thread, delaySeconds float64, delay object.Value, run func(t *object.Thread) *object.Exception) (*Handle, float64, *object.Exception) {
	now, err := l.now(t)
	if err != nil {
		return nil, 0, err
	}
	until := now + delaySeconds
	if _, ok := l.overriding("call_later"); !ok {
		h, err := l.timerAt(t, until, run)
		return h, until, err
	}
	v, err := object.CallMethod(t, l.Value(), "call_later", delay, timerFunction(run))
	if err != nil {
		return nil, until, err
	}
	h, err := l.timerHandle(v, "call_later")
	return h, until, err
}

func timerFunction(run func(t *object.Thread) *object.Exception) object.Value {
	return object.NewFunction("asyncio", "callback", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		return object.None, run(t)
	})
}

func (l *Loop) timerHandle(v object.Value, method string) (*Handle, *object.Exception) {
	h, ok := object.AsNative[*Handle](v)
	if !ok {
		return nil, object.TypeErrorf("%s.%s() must return a TimerHandle, not %s", l.Type().Name, method, object.TypeName(v))
	}
	return h, nil
}

// now is loop.time().
func (l *Loop) now(t *object.Thread) (float64, *object.Exception) {
	if l.custom == nil || !l.custom.time {
		return l.state.clock.NowSeconds, nil
	}
	v, err := object.CallMethod(t, l.Value(), "time")
	if err != nil {
		return 0, err
	}
	return object.ToFloat(t, v)
}

// timers is where timers of the program are.
func (l *Loop) timers() *eventloop.Scheduler {
	if l.custom != nil && l.custom.timers != nil {
		return l.custom.timers
	}
	return l.scheduler
}

// timerAt is loop.call_at() with a function of the engine.
func (l *Loop) timerAt(t *object.Thread, whenSeconds float64, run func(t *object.Thread) *object.Exception) (*Handle, *object.Exception) {
	if l.custom == nil {
		return l.callAtGo(whenSeconds, run), nil
	}
	if !l.custom.callAt {
		h := newHandle(l, true)
		h.run, h.WhenSeconds, h.timers = run, whenSeconds, l.timers()
		h.timers.PushTimer(&h.Handle)
		return h, nil
	}
	v, err := object.CallMethod(t, l.Value(), "call_at", object.Float(whenSeconds), timerFunction(run))
	if err != nil {
		return nil, err
	}
	return l.timerHandle(v, "call_at")
}

// beginOwnTime starts a pass of a loop that has its own time: what time() says decides which
// timers are due. It waits for the next as CPython does, in the loop's selector: the
// program's own, or else on the virtual clock.
func (l *Loop) beginOwnTime(t *object.Thread) *object.Exception {
	c := l.custom
	now, err := l.now(t)
	if err != nil {
		return err
	}
	idle := !l.stopping && l.scheduler.ReadyCount() == 0
	waitSeconds := math.Max(0, c.timers.NextDeadline()-now)
	if err := l.selectOwn(t, idle, waitSeconds); err != nil {
		return err
	}
	if c.clock.NowSeconds, err = l.now(t); err != nil {
		return err
	}
	due, _ := c.timers.BeginIteration(true)
	for range due {
		l.scheduler.PushReady(c.timers.Pop())
	}
	return nil
}

func (l *Loop) selectOwn(t *object.Thread, idle bool, waitSeconds float64) *object.Exception {
	selector, ok := l.attribute("_selector")
	if !ok {
		if idle && !math.IsInf(waitSeconds, 1) {
			l.state.clock.NowSeconds = math.Min(l.state.clock.NowSeconds+waitSeconds, math.Max(l.state.clock.NowSeconds, l.scheduler.NextDeadline()))
		}
		return nil
	}
	timeout := object.Value(object.Int(0))
	switch {
	case idle && math.IsInf(waitSeconds, 1):
		timeout = object.None
	case idle:
		timeout = object.Float(waitSeconds)
	}
	events, err := object.CallMethod(t, selector, "select", timeout)
	if err != nil {
		return err
	}
	if _, ok, err := object.OptAttr(t, l.Value(), "_process_events"); !ok || err != nil {
		return err
	}
	_, err = object.CallMethod(t, l.Value(), "_process_events", events)
	return err
}
