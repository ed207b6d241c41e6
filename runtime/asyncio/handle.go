package asyncio

import (
	"asyncplay/runtime/eventloop"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Handle is a callback wrapper that the loop's call_soon, call_later and call_at return:
// asyncio.Handle, or asyncio.TimerHandle when it has a deadline (CPython 3.13
// asyncio/events.py). A handle runs either a callable of the program or a Go function.
type Handle struct {
	object.Native
	eventloop.Handle
	loop     *Loop
	callback object.Value
	args     []object.Value                           // or what run holds
	run      func(t *object.Thread) *object.Exception // set instead of callback
	context  *Context
	isTimer  bool
	timers   *eventloop.Scheduler // where a timer is
	// created is the stack where the program scheduled it: in debug mode only.
	created []object.TracebackEntry
	// traced handles were scheduled by the program: their life is in the trace.
	traced bool
	id     trace.ObjectID
}

// Types Handle and TimerHandle.
var (
	HandleType      = declareClass("asyncio.events", "Handle")
	TimerHandleType = declareClass("asyncio.events", "TimerHandle", HandleType)
)

func newHandle(l *Loop, isTimer bool) *Handle {
	h := &Handle{loop: l, isTimer: isTimer, context: l.state.context}
	typ := HandleType
	if isTimer {
		typ = TimerHandleType
	}
	h.InitNative(typ, h)
	h.Handle.Callback = h
	return h
}

// hold keeps a value alive that the handle's Go function uses.
func (h *Handle) hold(v object.Value) {
	if v.IsValid() {
		h.args = []object.Value{v}
	}
}

// cancel is Handle.cancel.
func (h *Handle) cancel(t *object.Thread) {
	if h.Cancelled {
		return
	}
	h.Cancelled = true
	if h.isTimer {
		h.timers.TimerCancelled(&h.Handle)
		if h.traced && h.Scheduled {
			h.loop.state.emit(t, trace.Event{Kind: trace.TimerCancelled, Object: h.id, Until: h.WhenSeconds})
		}
	}
	h.callback, h.args, h.run = object.Value{}, nil, nil
}

// call runs the callback in its context. What it raises is reported to the loop's
// exception handler, unless it ends the loop.
func (h *Handle) call(t *object.Thread) *object.Exception {
	s := h.loop.state
	if h.traced {
		kind := trace.CallbackRun
		if h.isTimer {
			kind = trace.TimerFired
		}
		s.emitLoop(trace.Event{Kind: kind, Object: h.id, Until: h.WhenSeconds, Text: s.intern(h.callbackName(t))})
	}
	err := s.runIn(h.context, func() *object.Exception {
		if h.run != nil {
			return h.run(t)
		}
		result, err := object.Call(t, h.callback, object.Args{Pos: h.args})
		if err != nil {
			return err
		}
		return vm.DropResult(t, result)
	})
	if err == nil || endsLoop(err) {
		return err
	}
	if err.Traceback == nil {
		err.Traceback = &object.Traceback{} // CPython's has the loop's own frames
	}
	return h.loop.callExceptionHandler(t, exceptionReport{
		message:   "Exception in callback " + h.callbackText(t),
		exception: err,
		handle:    h,
	})
}

// callbackName is a short name of the callback for the trace.
func (h *Handle) callbackName(t *object.Thread) string {
	if !h.callback.IsValid() {
		return ""
	}
	return callableName(t, h.callback)
}

func callableName(t *object.Thread, v object.Value) string {
	if m, ok := object.AsBoundMethod(v); ok {
		if d, ok := object.AsMethodDescriptor(m.Func); ok {
			return d.Owner.Name + "." + d.Name
		}
		return callableName(t, m.Func)
	}
	if object.IsCallable(v) {
		if name, ok, err := object.OptAttr(t, v, "__qualname__"); err == nil && ok {
			if s, isStr := object.StrOf(name); isStr {
				return s
			}
		}
	}
	return reprOr(t, v)
}

func lastName(qualname string) string {
	for i := len(qualname) - 1; i >= 0; i-- {
		if qualname[i] == '.' {
			return qualname[i+1:]
		}
	}
	return qualname
}

// partialDepthMax bounds how far a partial of a partial is looked into.
const partialDepthMax = 10

// callbackText shows the callback with its arguments, as repr(handle) does.
func (h *Handle) callbackText(t *object.Thread) string {
	if !h.callback.IsValid() {
		return "None"
	}
	arguments := ""
	if h.loop.debug { // they may be secret
		for i, a := range h.args {
			if i > 0 {
				arguments += ", "
			}
			arguments += reprOr(t, a)
		}
	}
	return calledText(t, h.callback, arguments)
}

// calledText shows a callback: what a partial calls, and where that is (format_helpers._format_callback_source).
func calledText(t *object.Thread, callback object.Value, arguments string) string {
	suffix := ""
	for depth := 0; callback.Type().FullName() == "functools.partial" && depth < partialDepthMax; depth++ {
		inner, err := object.GetAttr(t, callback, "func")
		if err != nil {
			break
		}
		callback, arguments, suffix = inner, "", "("+arguments+")"+suffix
	}
	return callableName(t, callback) + "(" + arguments + ")" + suffix + sourceSuffix(callback)
}

func init() {
	self := func(v object.Value) *Handle {
		h, _ := object.AsNative[*Handle](v)
		return h
	}
	HandleType.AddMethod("cancel", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		self(a.Pos[0]).cancel(t)
		return object.None, nil
	})
	HandleType.AddMethod("cancelled", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return object.Bool(self(a.Pos[0]).Cancelled), nil
	})
	HandleType.AddMethod("get_context", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return self(a.Pos[0]).context.Value(), nil
	})
	TimerHandleType.AddMethod("when", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return object.Float(self(a.Pos[0]).WhenSeconds), nil
	})
	HandleType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return object.NewStr(self(v).repr(t)), nil
	}
	TimerHandleType.Slots.Compare = func(t *object.Thread, op object.CompareOp, a, b object.Value) (object.Value, *object.Exception) {
		if x, y := self(a), self(b); x != nil && y != nil && x.isTimer && y.isTimer {
			return x.compare(t, op, y)
		}
		return object.NotImplemented, nil
	}
	TimerHandleType.Slots.Hash = func(t *object.Thread, v object.Value) (int64, *object.Exception) {
		return object.Hash(t, object.Float(self(v).WhenSeconds))
	}
}

// compare orders timers by their deadline; equal ones have the same callback too.
func (h *Handle) compare(t *object.Thread, op object.CompareOp, o *Handle) (object.Value, *object.Exception) {
	if op == object.CompareEq || op == object.CompareNe {
		same := h == o || h.WhenSeconds == o.WhenSeconds && h.callback == o.callback && len(h.args) == len(o.args) && h.Cancelled == o.Cancelled
		return object.Bool(same == (op == object.CompareEq)), nil
	}
	return object.Compare(t, op, object.Float(h.WhenSeconds), object.Float(o.WhenSeconds))
}

func (h *Handle) repr(t *object.Thread) string {
	text := "<" + h.Type().Name
	if h.Cancelled {
		text += " cancelled"
	}
	if h.isTimer {
		text += " when=" + object.FloatRepr(h.WhenSeconds)
	}
	if h.callback.IsValid() {
		text += " " + h.callbackText(t)
	}
	return text + createdSuffix(h.created) + ">"
}
