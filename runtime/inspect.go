package runtime

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Inspect asks what the variables of a task hold right after an event. The trace does not record them: the program runs
// again up to that event, and because the same request gives the same run, what is found there is what was there.
type Inspect struct {
	Event int          // index in the trace
	Task  trace.TaskID // 0: the code outside any task
}

// Inspection is the answer. Reached is false when the run ended before the event.
type Inspection struct {
	Event   int
	Task    trace.TaskID
	Reached bool
	Frames  []FrameVars  // of the script, innermost first; none when the task has ended or not begun
	Globals []Var        // of the main module
	Visits  []LineVisits // of the script's lines up to the event
	Cut     bool         // there are more than the limits allow to show
}

// LineVisits is how often the statement on a line began.
type LineVisits struct {
	Line  int32
	Count int
}

// FrameVars is a frame with its variables in the order of their first mention.
type FrameVars struct {
	Function string
	Line     int32
	Vars     []Var
}

// Var is a variable. Repr is cut to inspectReprBytesMax; when it could not be made, Failed is set and Repr says why.
type Var struct {
	Name, Type, Repr string
	Failed           bool `json:",omitempty"`
}

// What an inspection shows is bounded.
const (
	inspectFramesMax    = 16
	inspectVarsMax      = 60 // of a frame
	inspectReprBytesMax = 240
	// inspectStepsMax bounds what the program's own __repr__ methods may run.
	inspectStepsMax = 200_000
)

var errInspected = errors.New("what was asked for has been found")

// RunInspect runs the program of a request with Inspect up to the event asked for. The error is a request without one, or
// what stopped the run from outside.
func RunInspect(req Request, hooks Hooks) (Inspection, error) {
	if req.Inspect == nil {
		return Inspection{}, errors.New("the request has no Inspect")
	}
	limits := req.Limits.withDefaults()
	r := &run{request: req, hooks: hooks, limits: limits, recorder: trace.NewRecorder(limits.EventsMax)}
	r.visits = make([]int, strings.Count(req.Source, "\n")+2)
	answer := Inspection{Event: req.Inspect.Event, Task: req.Inspect.Task}
	found := false
	r.recorder.Watch(req.Inspect.Event, func() {
		r.inspect(&answer)
		found = true
	})
	var stopped error
	checkpoint := hooks.Checkpoint
	r.hooks.Checkpoint = func() error {
		if found {
			return errInspected
		}
		if checkpoint != nil {
			stopped = checkpoint()
		}
		return stopped
	}
	r.execute()
	if stopped != nil {
		return Inspection{}, stopped
	}
	return answer, nil
}

// inspect is called in the middle of the run, which is given up afterwards: what a __repr__ of the program changes does not
// matter any more.
func (r *run) inspect(answer *Inspection) {
	if r.thread == nil {
		return
	}
	answer.Reached = true
	for line, count := range r.visits {
		if count > 0 {
			answer.Visits = append(answer.Visits, LineVisits{int32(line), count})
		}
	}
	frames := asyncio.FramesOf(r.thread, answer.Task)
	if len(frames) > inspectFramesMax {
		frames, answer.Cut = frames[:inspectFramesMax], true
	}
	r.state.StepsLeft = inspectStepsMax
	for _, f := range frames {
		vars := FrameVars{Function: f.Function, Line: f.Line}
		f.VisitLocals(r.collect(&vars.Vars, &answer.Cut))
		answer.Frames = append(answer.Frames, vars)
	}
	if main, ok := object.AsModule(r.state.Modules.GetStr("__main__")); ok {
		collect := r.collect(&answer.Globals, &answer.Cut)
		pos := 0
		for k, v, more := main.Dict.NextEntry(&pos); more; k, v, more = main.Dict.NextEntry(&pos) {
			if name, ok := object.StrOf(k); ok && toldGlobal(name, v) {
				collect(name, v)
			}
		}
	}
}

// toldGlobal reports whether a name of the module is data: not what every module has, nor a definition that the code shows.
func toldGlobal(name string, v object.Value) bool {
	if strings.HasPrefix(name, "__") {
		return false
	}
	if _, module := object.AsModule(v); module {
		return false
	}
	_, function := vm.FunctionOf(v)
	_, class := object.AsType(v)
	_, native := object.AsNativeFunction(v)
	return !function && !class && !native
}

func (r *run) collect(vars *[]Var, cut *bool) func(name string, v object.Value) {
	return func(name string, v object.Value) {
		if len(*vars) >= inspectVarsMax {
			*cut = true
			return
		}
		*vars = append(*vars, r.variable(name, v))
	}
}

func (r *run) variable(name string, v object.Value) (out Var) {
	out = Var{Name: name, Type: object.TypeName(v)}
	defer func() {
		if p := recover(); p != nil { // a __repr__ that the engine cannot bear costs one value
			out.Repr, out.Failed = fmt.Sprint(p), true
		}
	}()
	text, err := object.Repr(r.thread, v)
	if err != nil {
		text, out.Failed = asyncio.ExceptionText(r.thread, err), true
	}
	if len(text) > inspectReprBytesMax {
		text = strings.ToValidUTF8(text[:inspectReprBytesMax], "") + "…"
	}
	out.Repr = text
	return out
}

// EncodeInspection and DecodeInspection carry an answer between worker and page.
func EncodeInspection(i Inspection) ([]byte, error) { return json.Marshal(i) }

// DecodeInspection reads what EncodeInspection wrote.
func DecodeInspection(data []byte) (Inspection, error) {
	var i Inspection
	if err := json.Unmarshal(data, &i); err != nil {
		return Inspection{}, fmt.Errorf("inspection: %w", err)
	}
	return i, nil
}
