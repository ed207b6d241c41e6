package asyncio

import (
	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
)

// The private lists of a loop and of futures, for those who look at them: copies, since what
// runs is not kept as objects of the program.

// handleValue is the Handle of something to run.
func (l *Loop) handleValue(h *eventloop.Handle) object.Value {
	switch c := h.Callback.(type) {
	case *Handle:
		return c.Value()
	case *stepHandle:
		v := newHandle(l, false)
		v.context, v.Cancelled = c.task.context, h.Cancelled
		v.run = c.run
		return v.Value()
	}
	return object.None
}

func (l *Loop) handleList(t *object.Thread, handles []*eventloop.Handle) (object.Value, *object.Exception) {
	if err := t.Charge(int64(len(handles)) * handleBytes); err != nil {
		return object.Value{}, err
	}
	values := make([]object.Value, len(handles))
	for i, h := range handles {
		values[i] = l.handleValue(h)
	}
	return object.NewList(values), nil
}

// callbackList is Future._callbacks: None or the callbacks with their contexts.
func (f *Future) callbackList() object.Value {
	if len(f.callbacks) == 0 {
		return object.None
	}
	values := make([]object.Value, len(f.callbacks))
	for i, c := range f.callbacks {
		callable := c.callable
		switch {
		case c.waiter != nil:
			callable = wakeUpFunction(c.waiter)
		case c.run != nil:
			callable = c.run.function()
		}
		context := object.Value(object.None)
		if c.context != nil {
			context = c.context.Value()
		}
		values[i] = object.NewTuple(callable, context)
	}
	return object.NewList(values)
}

// function is the callback as a callable.
func (c *nativeCallback) function() object.Value {
	return object.NewFunction("asyncio", c.name, func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		f, err := callbackArgument(args)
		if err == nil {
			err = c.run(t, f)
		}
		return object.None, err
	})
}

// wakeUpFunction is the callback that wakes a task as a callable: Task.__wakeup.
func wakeUpFunction(k *Task) object.Value {
	return object.NewFunction("asyncio", "task_wakeup", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		f, err := callbackArgument(args)
		if err == nil {
			err = (&stepHandle{task: k, woken: f}).run(t)
		}
		return object.None, err
	})
}

func callbackArgument(args object.Args) (*Future, *object.Exception) {
	if len(args.Pos) == 1 {
		if f := futureOf(args.Pos[0]); f != nil {
			return f, nil
		}
	}
	return nil, object.TypeErrorf("a future is required")
}

func init() {
	BaseEventLoopType.AddGetter("_ready", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		l, _ := loopOf(v)
		return l.handleList(t, l.scheduler.Ready())
	})
	BaseEventLoopType.AddGetter("_scheduled", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		l, _ := loopOf(v)
		return l.handleList(t, l.timers().Timers())
	})
	addGetter(FutureType, "_callbacks", func(f *Future) object.Value { return f.callbackList() })
	addGetter(TaskType, "_callbacks", func(k *Task) object.Value { return k.callbackList() })
	addGetter(HandleType, "_cancelled", func(h *Handle) object.Value { return object.Bool(h.Cancelled) })
	addGetter(HandleType, "_callback", func(h *Handle) object.Value { return valueOr(h.callback, object.None) })
	addGetter(HandleType, "_args", func(h *Handle) object.Value {
		if !h.callback.IsValid() {
			return object.None
		}
		return object.NewTuple(h.args...)
	})
	addGetter(HandleType, "_context", func(h *Handle) object.Value { return h.context.Value() })
	addGetter(HandleType, "_loop", func(h *Handle) object.Value { return h.loop.Value() })
	addGetter(TimerHandleType, "_when", func(h *Handle) object.Value { return object.Float(h.WhenSeconds) })
	addGetter(TimerHandleType, "_scheduled", func(h *Handle) object.Value { return object.Bool(h.Scheduled) })
}
