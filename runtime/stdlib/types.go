package stdlib

import (
	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// newTypesModule makes _types: what modules written in Python ask of the engine.
func newTypesModule(t *object.Thread) *object.Module {
	m := object.NewModule("_types")
	defineN(m, "caller_module", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if globals := vm.CallerGlobals(t); globals != nil {
			if name := globals.GetStr("__name__"); name.IsValid() {
				return name, nil
			}
		}
		return object.NewStr("__main__"), nil
	})
	defineN(m, "caller_place", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		e, _ := vm.CallerEntry(t)
		return object.NewTuple(object.NewStr(e.Filename), object.Int(int64(e.Span.Line)), object.NewStr(e.Function)), nil
	})
	defineN(m, "source_line", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		line, err := object.AsIndex(t, a[1])
		return object.NewStr(vm.SourceLine(t, str(a[0]), line)), err
	})
	define1(m, "source_lines", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		return strList(vm.SourceLines(t, str(x))), nil
	})
	define1(m, "literal", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) { return literalOf(t, str(x)) })
	define1(m, "is_heap_class", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		cls, ok := object.AsType(x)
		return object.Bool(ok && cls.Flags&object.FlagHeap != 0), nil
	})
	define1(m, "dotted", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		if cls, ok := object.AsType(x); ok && cls.Flags&object.FlagHeap != 0 {
			cls.Flags |= object.FlagDotted
		}
		return x, nil
	})
	define1(m, "loop_takes_signal", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		number, _ := object.SmallInt(x)
		return object.Bool(asyncio.LoopTakesSignal(t, number)), nil
	})
	defineN(m, "runner_takes_interrupt", 0, 0, func(t *object.Thread, _ []object.Value) (object.Value, *object.Exception) {
		taken, err := asyncio.RunnerTakesInterrupt(t)
		return object.Bool(taken), err
	})
	define1(m, "mark_coroutine", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		return object.Bool(vm.MarkGeneratorBased(x)), nil
	})
	define1(m, "iscoroutinefunction", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		return object.Bool(vm.IsCoroutineFunction(x)), nil
	})
	m.Dict.SetStr("FrameType", vm.FrameType.Value())
	m.Dict.SetStr("TracebackType", object.TracebackType.Value())
	// collect is gc.collect().
	defineN(m, "collect", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, err := asyncio.Collect(t)
		return object.Int(int64(n)), err
	})
	return m
}
