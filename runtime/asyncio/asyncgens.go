package asyncio

import (
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// shutdownAsyncgens is loop.shutdown_asyncgens(): asynchronous generators that were started
// and not finished are closed together.
type shutdownAsyncgens struct {
	loop    *Loop
	started bool
}

// Resume implements object.Resumable.
func (b *shutdownAsyncgens) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	if b.started {
		return object.Return(object.None)
	}
	b.started = true
	open := vm.OpenAsyncGenerators(t.Run)
	if len(open) == 0 {
		return object.Return(object.None)
	}
	closing := make([]object.Value, len(open))
	for i, g := range open {
		v, err := object.CallMethod(t, g, "aclose")
		if err != nil {
			return object.Raise(err)
		}
		closing[i] = v
	}
	all, err := b.loop.state.gather(t, closing, true)
	if err != nil {
		return object.Raise(err)
	}
	return object.Await(all)
}
