package asyncio

import "asyncplay/runtime/object"

// toThreadBody is asyncio.to_thread (CPython 3.13 asyncio/threads.py).
type toThreadBody struct {
	fn, args, kwargs object.Value
	started          bool
}

// VisitHeld implements object.Holder.
func (b *toThreadBody) VisitHeld(visit func(object.Value)) {
	for _, v := range []object.Value{b.fn, b.args, b.kwargs} {
		if v.IsValid() {
			visit(v)
		}
	}
}

// Resume implements object.Resumable.
func (b *toThreadBody) Resume(t *object.Thread, sent object.Value, thrown *object.Exception) object.Outcome {
	if thrown != nil {
		return object.Raise(thrown)
	}
	if b.started {
		return object.Return(sent)
	}
	b.started = true
	s := stateOf(t)
	l, err := s.runningLoop()
	if err != nil {
		return object.Raise(err)
	}
	args := object.Args{Pos: tupleItems(b.args)}
	if d, ok := object.AsDict(b.kwargs); ok {
		for pos := 0; ; {
			k, v, more := d.NextEntry(&pos)
			if !more {
				break
			}
			name, _ := object.StrOf(k)
			args.KwNames = append(args.KwNames, name)
			args.KwValues = append(args.KwValues, v)
		}
	}
	f, err := l.runInExecutor(t, threadCall{pool: l.defaultExecutor, fn: b.fn, args: args, context: s.copyContext()})
	if err != nil {
		return object.Raise(err)
	}
	return object.Await(f)
}
