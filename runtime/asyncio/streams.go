package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
)

// stream is a StreamWriter with its transport. CPython closes the transport when the last reference to the writer goes
// (StreamWriter.__del__); here that is looked for where it matters: when the task ends that opened the stream or served it,
// and before a run is called hung.
type stream struct{ writer, transport object.Value }

// streamsSweepMin is the number of streams from which closed ones are swept out of the list.
const streamsSweepMin = 64

// TrackStream notes a new writer.
func TrackStream(t *object.Thread, loop, writer, transport object.Value) *object.Exception {
	l, err := loopArgument(t, loop)
	if err != nil {
		return err
	}
	l.streams = append(sweepStreams(t, l.streams), stream{writer, transport})
	if k := l.currentTask; k != nil {
		CloseWhenDropped(t, k.Value(), writer, transport)
	}
	return nil
}

// sweepStreams drops closed streams of a list that would have to grow.
func sweepStreams(t *object.Thread, list []stream) []stream {
	if len(list) < streamsSweepMin || len(list) < cap(list) {
		return list
	}
	return slices.DeleteFunc(list, func(s stream) bool { return s.closing(t) })
}

// CloseWhenDropped closes the writer's transport at the end of the task, if nobody has the writer then.
func CloseWhenDropped(t *object.Thread, task, writer, transport object.Value) {
	f := futureOf(task)
	if f == nil || f.task == nil {
		return
	}
	k := f.task
	k.streams = append(sweepStreams(t, k.streams), stream{writer, transport})
	k.onDone = func(t *object.Thread) {
		streams := k.streams
		k.streams = nil
		if k.state != finished || k.exception != nil {
			return // a traceback keeps the writer; the server's callback closes the transport then
		}
		streams = slices.DeleteFunc(streams, func(s stream) bool { return s.closing(t) })
		if len(streams) == 0 {
			return
		}
		l := k.loop
		// Whoever has the writer of a task that is over is not looked for again: the engine's own structures may have it.
		l.streams = slices.DeleteFunc(l.streams, func(s stream) bool { return slices.Contains(streams, s) })
		if l.dropWalks < dropWalksAtOnce {
			l.dropWalks++
			_, _ = closeDropped(t, streams, []object.Value{k.result})
			return
		}
		l.maybeDropped = append(l.maybeDropped, streams...)
		l.heldResults = append(l.heldResults, k.result)
	}
}

// dropWalksAtOnce is how many tasks of a loop have their streams looked at as soon as they end, which is when CPython closes
// them; those of later tasks wait for the end of the pass, so that one walk serves them all.
const dropWalksAtOnce = 50

func (s stream) closing(t *object.Thread) bool {
	v, err := object.GetAttr(t, s.transport, "_closing")
	return err != nil || v == object.True
}

// closeDropped closes the transports of those streams whose writers are dropped, and reports whether there were any.
func closeDropped(t *object.Thread, streams []stream, held []object.Value) (any bool, err *object.Exception) {
	writers := make([]object.Value, len(streams))
	for i, s := range streams {
		writers[i] = s.writer
	}
	dropped, err := t.Dropped(writers, held)
	if err != nil {
		return false, err
	}
	for _, s := range streams {
		if slices.Contains(dropped, s.writer) {
			any = true
			if _, err := object.CallMethod(t, s.transport, "close"); err != nil {
				return any, err
			}
		}
	}
	return any, nil
}

// closeMaybeDropped looks at the streams of the tasks that ended in this pass of the loop.
func (l *Loop) closeMaybeDropped(t *object.Thread) *object.Exception {
	streams, held := l.maybeDropped, l.heldResults
	l.maybeDropped, l.heldResults = nil, nil
	_, err := closeDropped(t, streams, held)
	return err
}

// closeDroppedStreams looks at all streams, for the last time before a run is called hung.
func (l *Loop) closeDroppedStreams(t *object.Thread) (any bool, err *object.Exception) {
	open := slices.DeleteFunc(slices.Clone(l.streams), func(s stream) bool { return s.closing(t) })
	if len(open) == 0 {
		return false, nil
	}
	return closeDropped(t, open, nil)
}
