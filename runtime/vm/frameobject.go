package vm

import (
	"strconv"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// frameObject is what sys._getframe(), tb_frame and cr_frame give: it looks at a frame while that
// lives, and afterwards keeps where it ended and its variables.
type frameObject struct {
	object.Native
	code *code
	fn   *Function
	live *frame // nil once the frame has ended
	line int32
	back object.Value // of a frame that has ended, and of one in a traceback
	// locals are the variables of a frame that has ended; invalid for a traceback's, which keep none.
	locals object.Value
}

// FrameType is the type of frame objects.
var FrameType *object.Type

// frameObjectBytes is the size of a frame object.
const frameObjectBytes = 160

// objectOf returns the frame object of a frame, always the same one while the frame lives.
func (m *machine) objectOf(f *frame) (object.Value, *object.Exception) {
	if f.object == nil {
		if err := m.t.Charge(frameObjectBytes); err != nil {
			return object.Value{}, err
		}
		f.object = newFrameObject(f.code, f.fn)
		f.object.live = f
	}
	return f.object.Value(), nil
}

func newFrameObject(c *code, fn *Function) *frameObject {
	o := &frameObject{code: c, fn: fn}
	o.InitNative(FrameType, o)
	return o
}

// end keeps what the frame object shows of a frame that is about to end.
func (o *frameObject) end(m *machine) {
	f := o.live
	o.line, o.locals = f.line(), o.readLocals(f)
	if back := pythonFrameBelow(f); back != nil {
		o.back, _ = m.objectOf(back)
	}
	o.live, f.object = nil, nil
}

// endGenerator is end for the frame of a generator, whose caller does not matter any more.
func (o *frameObject) endGenerator() {
	f := o.live
	o.line, o.locals = f.line(), o.readLocals(f)
	o.live, f.object = nil, nil
}

func (o *frameObject) readLocals(f *frame) object.Value {
	if o.code.source.Flags&compile.FlagFunction == 0 {
		if f.self.IsValid() { // the namespace of a class body
			return f.self
		}
		return o.fn.Globals.Value()
	}
	d := object.NewDict()
	f.visitLocals(d.SetStr)
	return d.Value()
}

// pythonFrameBelow is the frame of Python code that called, or awaits, this one.
func pythonFrameBelow(f *frame) *frame {
	if f.gen != nil && f.gen.currentState() != object.CoroutineRunning {
		return nil
	}
	for f = f.back; f != nil && f.code == nil; f = f.back {
	}
	return f
}

// CallerFrame is the frame object of the depth-th frame of Python code from the top.
func CallerFrame(t *object.Thread, depth int) (object.Value, *object.Exception) {
	m := machineOf(t)
	f := m.pythonFrame()
	for ; f != nil && depth > 0; depth-- {
		f = pythonFrameBelow(f)
	}
	if f == nil {
		return object.Value{}, object.ValueErrorf("call stack is not deep enough")
	}
	return m.objectOf(f)
}

// frameOf is the frame object of a generator, None when it has ended.
func frameOf(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	g, ok := object.AsNative[*Generator](v)
	if !ok || g.currentState() == object.CoroutineClosed {
		return object.None, nil
	}
	return machineOf(t).objectOf(&g.frame)
}

// TracebackFrame implements object.Executor.
func (m *machine) TracebackFrame(entry *object.TracebackEntry, below object.Value) object.Value {
	if _, ok := object.AsNative[*frameObject](entry.Owner); ok {
		return entry.Owner
	}
	fn, ok := FunctionOf(entry.Owner)
	if !ok {
		return object.None
	}
	o := newFrameObject(fn.code, fn)
	o.line, o.back = entry.Span.Line, below
	return o.Value()
}

func initFrameType() {
	FrameType = object.NewBuiltinType("builtins", "frame", object.LayoutNative, object.Slots{
		Repr: func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			o, _ := object.AsNative[*frameObject](v)
			c := o.code.source
			return object.NewStr("<frame at " + addressText(t, v) + ", file '" + c.Filename + "', line " + strconv.Itoa(int(o.currentLine())) + ", code " + c.Name + ">"), nil
		},
		Traverse: func(v object.Value, visit func(object.Value)) {
			o, _ := object.AsNative[*frameObject](v)
			for _, part := range []object.Value{o.back, o.locals} {
				if part.IsValid() {
					visit(part)
				}
			}
		},
	})
	FrameType.Flags |= object.FlagFinal
	getter := func(name string, get func(t *object.Thread, o *frameObject) (object.Value, *object.Exception)) {
		FrameType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			o, _ := object.AsNative[*frameObject](v)
			return get(t, o)
		})
	}
	getter("f_lineno", func(t *object.Thread, o *frameObject) (object.Value, *object.Exception) {
		return object.Int(int64(o.currentLine())), nil
	})
	getter("f_lasti", func(t *object.Thread, o *frameObject) (object.Value, *object.Exception) {
		if o.live == nil {
			return object.Int(0), nil
		}
		return object.Int(int64(2 * (o.live.pc - 1))), nil
	})
	getter("f_code", func(t *object.Thread, o *frameObject) (object.Value, *object.Exception) { return o.code.value(), nil })
	getter("f_globals", func(t *object.Thread, o *frameObject) (object.Value, *object.Exception) {
		return o.fn.Globals.Value(), nil
	})
	getter("f_builtins", func(t *object.Thread, o *frameObject) (object.Value, *object.Exception) {
		return t.Run.Builtins.Dict.Value(), nil
	})
	getter("f_trace", func(t *object.Thread, o *frameObject) (object.Value, *object.Exception) { return object.None, nil })
	getter("f_locals", getLocals)
	getter("f_back", getBack)
	FrameType.AddMethod("clear", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		o, _ := object.AsNative[*frameObject](a.Pos[0])
		switch {
		case o.live == nil:
			o.locals = object.NewDict().Value()
		case o.live.gen != nil && o.live.gen.currentState() != object.CoroutineRunning:
			_, err := Close(t, o.live.gen.Value())
			return object.None, err
		default:
			return object.Value{}, object.RuntimeErrorf("cannot clear an executing frame")
		}
		return object.None, nil
	})
}

func (o *frameObject) currentLine() int32 {
	if o.live != nil {
		return o.live.line()
	}
	return o.line
}

func getBack(t *object.Thread, o *frameObject) (object.Value, *object.Exception) {
	if o.live != nil {
		if back := pythonFrameBelow(o.live); back != nil {
			return machineOf(t).objectOf(back)
		}
		return object.None, nil
	}
	if o.back.IsValid() {
		return o.back, nil
	}
	return object.None, nil
}

func getLocals(t *object.Thread, o *frameObject) (object.Value, *object.Exception) {
	switch {
	case o.live != nil:
		return o.readLocals(o.live), nil
	case o.locals.IsValid():
		return o.locals, nil
	case o.code.source.Flags&compile.FlagFunction == 0:
		return o.fn.Globals.Value(), nil
	}
	return object.Value{}, object.NewException(object.NotImplementedErrorType, "the variables of a frame that an exception has left are kept for programs that mention f_locals")
}
