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
		for _, s := range streams {
			_, _ = s.closeIfDropped(t)
		}
	}
}

func (s stream) closing(t *object.Thread) bool {
	v, err := object.GetAttr(t, s.transport, "_closing")
	return err != nil || v == object.True
}

// closeIfDropped reports whether it closed the transport.
func (s stream) closeIfDropped(t *object.Thread) (bool, *object.Exception) {
	if s.closing(t) {
		return false, nil
	}
	if held, err := t.Reachable(s.writer); held || err != nil {
		return false, err
	}
	_, err := object.CallMethod(t, s.transport, "close")
	return err == nil, err
}

func (l *Loop) closeDroppedStreams(t *object.Thread) (any bool, err *object.Exception) {
	for _, s := range l.streams {
		closed, err := s.closeIfDropped(t)
		if err != nil {
			return any, err
		}
		any = any || closed
	}
	return any, nil
}
