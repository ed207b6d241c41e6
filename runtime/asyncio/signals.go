package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// Signals come from nobody but the program itself (signal.raise_signal) and from faults. Module signal decides what one does;
// this file holds what loops and runners make of it.

// signalHandler is a callback of loop.add_signal_handler().
type signalHandler struct {
	callback object.Value
	args     []object.Value
}

// SendSignal lets the process receive a signal now. What its handler raises is raised at the line that runs.
func SendSignal(t *object.Thread, number int64) *object.Exception {
	module, err := t.Run.Import(t, "signal")
	if err != nil {
		return err
	}
	_, err = object.Call(t, module.Dict.GetStr("raise_signal"), object.Arguments(object.Int(number)))
	return err
}

// addSignalHandler is loop.add_signal_handler() (CPython 3.13 asyncio/unix_events.py).
func (l *Loop) addSignalHandler(t *object.Thread, sig, callback object.Value, args []object.Value) *object.Exception {
	if isCoroutine(callback) || vm.IsCoroutineFunction(callback) {
		return object.TypeErrorf("coroutines cannot be used with add_signal_handler()")
	}
	number, err := checkSignal(t, sig)
	if err != nil {
		return err
	}
	if err := l.checkClosed(); err != nil {
		return err
	}
	if l.signalHandlers == nil {
		l.signalHandlers = map[int64]signalHandler{}
	}
	l.signalHandlers[number] = signalHandler{callback, args}
	return nil
}

// removeSignalHandler is loop.remove_signal_handler(); it tells whether there was one.
func (l *Loop) removeSignalHandler(t *object.Thread, sig object.Value) (object.Value, *object.Exception) {
	number, err := checkSignal(t, sig)
	if err != nil {
		return object.Value{}, err
	}
	_, had := l.signalHandlers[number]
	delete(l.signalHandlers, number)
	return object.Bool(had), nil
}

func checkSignal(t *object.Thread, sig object.Value) (int64, *object.Exception) {
	index, err := object.Index(t, sig)
	if err != nil {
		repr, reprErr := object.Repr(t, sig)
		if reprErr != nil {
			return 0, reprErr
		}
		return 0, object.TypeErrorf("sig must be an int, not %s", repr)
	}
	number, small := object.SmallInt(index)
	if !small || number < 1 || number > 64 {
		return 0, object.ValueErrorf("invalid signal number %d", number)
	}
	return number, nil
}

// LoopTakesSignal schedules the running loop's handler of a signal, if it has one.
func LoopTakesSignal(t *object.Thread, number int64) bool {
	l := stateOf(t).running
	if l == nil {
		return false
	}
	h, ok := l.signalHandlers[number]
	if ok {
		l.callSoon(t, h.callback, h.args, nil)
	}
	return ok
}

// RunnerTakesInterrupt cancels the main task of the runner at work, at the first SIGINT of a run (runners.py,
// Runner._on_sigint).
func RunnerTakesInterrupt(t *object.Thread) (bool, *object.Exception) {
	r := stateOf(t).runner
	if r == nil {
		return false, nil
	}
	r.interrupts++
	if r.interrupts > 1 || r.main.done() {
		return false, nil
	}
	_, err := object.CallMethod(t, r.main.Value(), "cancel")
	return true, err
}

// interrupted turns the cancellation that a SIGINT brought about into KeyboardInterrupt.
func (r *Runner) interrupted(t *object.Thread, err *object.Exception) *object.Exception {
	if r.interrupts == 0 || err.Fatal != object.NotFatal || !err.Is(CancelledErrorType) || r.main.task == nil {
		return err
	}
	if r.main.task.uncancel() != 0 {
		return err
	}
	interrupt := object.NewExceptionArgs(object.KeyboardInterruptType)
	vm.SetContext(interrupt, err)
	return interrupt
}
