package runtime

import (
	"strconv"
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// faultInjector applies the faults of a run.
type faultInjector struct {
	thread *object.Thread
	faults []fault
	// visits counts by fault and task (lane); for faults that count all visits together the
	// task is 0.
	visits map[visitKey]int
}

type visitKey struct {
	fault int
	lane  trace.TaskID
}

func newFaultInjector(t *object.Thread, faults []fault) *faultInjector {
	return &faultInjector{thread: t, faults: faults, visits: map[visitKey]int{}}
}

// install plants the faults. With visits, a counter for each line, it stops at every line to count.
func (in *faultInjector) install(visits []int) {
	hook := in.visit
	places := make([]vm.FaultPlace, 0, len(in.faults)+len(visits))
	for _, f := range in.faults {
		places = append(places, vm.FaultPlace{File: f.file, Line: f.line})
	}
	if visits != nil {
		for line := range visits {
			places = append(places, vm.FaultPlace{Line: int32(line)})
		}
		hook = func(t *object.Thread, at vm.FaultPlace) (object.Resumable, *object.Exception) {
			if at.File == "" && int(at.Line) < len(visits) {
				visits[at.Line]++
			}
			return in.visit(t, at)
		}
	}
	vm.SetFaults(in.thread.Run, places, hook)
}

// visit is called when a statement on a line with faults is about to run.
func (in *faultInjector) visit(t *object.Thread, at vm.FaultPlace) (object.Resumable, *object.Exception) {
	for i := range in.faults {
		f := &in.faults[i]
		if f.line != at.Line || f.file != at.File || (f.task != "" && f.task != asyncio.TaskName(t)) {
			continue
		}
		key := visitKey{fault: i, lane: t.Lane}
		if f.ofRun {
			key.lane = 0
		}
		in.visits[key]++
		if !f.hits(in.visits[key]) {
			continue
		}
		return in.apply(t, f, i)
	}
	return nil, nil
}

func (in *faultInjector) apply(t *object.Thread, f *fault, index int) (object.Resumable, *object.Exception) {
	record := func(text string) {
		e := trace.Event{Kind: trace.FaultApplied, Line: f.line, Item: int32(index)}
		if f.file != "" { // an event's line is one of the program: where that stands while the module runs
			e.Line, text = 0, f.file+":"+strconv.Itoa(int(f.line))+": "+text
		}
		e.Text = t.Run.Recorder.Intern(text)
		asyncio.Record(t, e)
	}
	switch f.action {
	case faultCancel:
		record("cancel")
		return nil, asyncio.NewCancelledError()
	case faultDelay:
		record("delay")
		return asyncio.Delay(f.delaySeconds), nil
	case faultSignal:
		record("SIG" + f.signal)
		return nil, asyncio.SendSignal(t, signalNumbers[f.signal])
	case faultNever:
		record("never")
		return asyncio.Never(), nil
	}
	e, err := in.exception(t, f)
	if err != nil {
		return nil, err
	}
	record(asyncio.ExceptionText(t, e))
	return nil, e
}

// exception makes the exception of a fault. Its class is looked up where the fault's file would find it: among its own names, then
// the program's, the built-in ones, or in a module that was imported.
func (in *faultInjector) exception(t *object.Thread, f *fault) (*object.Exception, *object.Exception) {
	cls, err := in.lookup(t, strings.TrimSuffix(f.file, pythonSuffix), f.exception)
	if err != nil {
		return nil, err
	}
	var args object.Args
	if f.hasMessage {
		args = object.Arguments(object.NewStr(f.message))
	}
	v, err := object.Call(t, cls, args)
	if err != nil {
		return nil, err
	}
	e, ok := object.AsException(v)
	if !ok {
		return nil, object.TypeErrorf("a fault can only raise exceptions, and %s is none", f.exception)
	}
	return e, nil
}

func (in *faultInjector) lookup(t *object.Thread, file, dotted string) (object.Value, *object.Exception) {
	parts := strings.Split(dotted, ".")
	v := object.Value{}
	for _, name := range []string{file, "__main__"} {
		if module, ok := object.AsModule(t.Run.Modules.GetStr(name)); ok && !v.IsValid() {
			v = module.Dict.GetStr(parts[0])
		}
	}
	if !v.IsValid() {
		v = t.Run.Builtins.Dict.GetStr(parts[0])
	}
	if !v.IsValid() {
		v = t.Run.Modules.GetStr(parts[0])
	}
	if !v.IsValid() {
		if asyncioModule, ok := object.AsModule(t.Run.Modules.GetStr("asyncio")); ok {
			v = asyncioModule.Dict.GetStr(parts[0])
		}
	}
	if !v.IsValid() {
		return v, object.Errorf(object.NameErrorType, "name '%s' is not defined", parts[0])
	}
	for _, name := range parts[1:] {
		var err *object.Exception
		if v, err = object.GetAttr(t, v, name); err != nil {
			return v, err
		}
	}
	return v, nil
}
