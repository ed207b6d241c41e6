package asyncio

import (
	"strconv"

	"asyncplay/runtime/object"
)

// Places in asyncio that make futures for the program, as CPython 3.13.0 shows them.
var (
	createdByCreateFuture = &createdPlace{"base_events.py", 460, "create_future"}
	createdByCreateTask   = &createdPlace{"tasks.py", 410, "create_task"}
	createdByEnsureFuture = &createdPlace{"tasks.py", 748, "ensure_future"}
	createdByTaskGroup    = &createdPlace{"taskgroups.py", 173, "create_task"}
	createdByRunner       = &createdPlace{"runners.py", 100, "run"}

	createdByStaggeredRace   = &createdPlace{"staggered.py", 119, "staggered_race"}
	createdByStaggeredRunner = &createdPlace{"staggered.py", 88, "run_one_coro"}
)

type createdPlace struct {
	file     string
	line     int32
	function string
}

// noteCreation remembers in debug mode where the program made a future: repr() tells the last
// place, _source_traceback all (CPython 3.13 asyncio/futures.py, Future.__init__).
// by is the function of asyncio that did it, nil for none.
func (f *Future) noteCreation(t *object.Thread, by *createdPlace) *object.Exception {
	if !f.loop.debug {
		return nil
	}
	frames := t.Exec.Frames()
	if err := t.Charge(int64(len(frames)) * createdEntryBytes); err != nil {
		return err
	}
	if by != nil {
		entry := object.TracebackEntry{Filename: libraryFolder + by.file, Function: by.function}
		entry.Span.Line = by.line
		frames = append(frames, entry)
	}
	f.created = frames
	return nil
}

const createdEntryBytes = 96

// createdSuffix is " created at FILE:LINE", as reprs end in debug mode.
func createdSuffix(frames []object.TracebackEntry) string {
	if len(frames) == 0 {
		return ""
	}
	last := frames[len(frames)-1]
	return " created at " + last.Filename + ":" + strconv.Itoa(int(last.Span.Line))
}

// stackSummary makes the traceback.StackSummary of frames.
func stackSummary(t *object.Thread, frames []object.TracebackEntry) (object.Value, *object.Exception) {
	m, err := t.Run.Import(t, "traceback")
	if err != nil {
		return object.Value{}, err
	}
	list := make([]object.Value, len(frames))
	for i, f := range frames {
		list[i], err = object.Call(t, m.Dict.GetStr("FrameSummary"),
			object.Arguments(object.NewStr(f.Filename), object.Int(int64(f.Span.Line)), object.NewStr(f.Function)))
		if err != nil {
			return object.Value{}, err
		}
	}
	return object.Call(t, m.Dict.GetStr("StackSummary"), object.Arguments(object.NewList(list)))
}

func init() {
	FutureType.AddGetter("_source_traceback", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		f := futureOf(v)
		if f.created == nil {
			return object.None, nil
		}
		return stackSummary(t, f.created)
	})
}
