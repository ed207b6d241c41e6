package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// closeDroppedAsyncgen has an asynchronous generator closed by a task that the program has dropped
// (CPython 3.13 asyncio/base_events.py, _asyncgen_finalizer_hook).
func (s *state) closeDroppedAsyncgen(t *object.Thread, g object.Value) *object.Exception {
	l := s.running
	if l == nil || l.closed {
		return nil
	}
	closing, err := object.CallMethod(t, g, "aclose")
	if err != nil {
		return err
	}
	h := l.callSoonGo(func(t *object.Thread) *object.Exception {
		_, err := s.ensureFuture(t, closing, l)
		return err
	}, s.copyContext())
	h.hold(closing)
	return nil
}

// shutdownAsyncgens is loop.shutdown_asyncgens(): asynchronous generators that were started
// and not finished are closed together (CPython 3.13 asyncio/base_events.py).
type shutdownAsyncgens struct {
	loop    *Loop
	closing []object.Value // the generators, nil before the first step
}

// Resume implements object.Resumable.
func (b *shutdownAsyncgens) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	switch {
	case thrown != nil:
		return object.Raise(thrown)
	case b.closing != nil:
		if err := b.reportErrors(t, sent); err != nil {
			return object.Raise(err)
		}
		return object.Return(object.None)
	}
	b.closing = vm.OpenAsyncGenerators(t.Run)
	if len(b.closing) == 0 {
		return object.Return(object.None)
	}
	closes := make([]object.Value, len(b.closing))
	for i, g := range b.closing {
		v, err := object.CallMethod(t, g, "aclose")
		if err != nil {
			return object.Raise(err)
		}
		closes[i] = v
	}
	all, err := b.loop.state.gather(t, closes, true)
	if err != nil {
		return object.Raise(err)
	}
	return object.Await(all)
}

// reportErrors tells the exception handler about the generators that could not be closed.
func (b *shutdownAsyncgens) reportErrors(t *object.Thread, results object.Value) *object.Exception {
	list, ok := object.AsList(results)
	if !ok {
		return nil
	}
	for i, v := range list.Items {
		e, ok := object.AsException(v)
		if !ok || i >= len(b.closing) || !e.Is(object.ExceptionType) {
			continue
		}
		message := "an error occurred during closing of asynchronous generator " + reprOr(t, b.closing[i])
		if err := b.loop.callExceptionHandler(t, exceptionReport{message: message, exception: e, asyncgen: b.closing[i]}); err != nil {
			return err
		}
	}
	return nil
}
