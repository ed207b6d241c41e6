package model

import (
	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

// Locals are the variables of a task at an instant, as far as they are known yet.
type Locals struct {
	Task    trace.TaskID
	Event   int
	Known   bool
	Failed  bool
	Answer  runtime.Inspection
	program *Run // the run that they belong to
}

// WantLocals says of which task the page shows variables: the selected one while the table of tasks is open; 0 is none.
func (p *Playground) WantLocals() trace.TaskID {
	if p.Mode == ModePlay && p.Panel == PanelTasks && !p.Play.Playing {
		return p.Selected
	}
	return 0
}

// Locals are what is known of the selected task's variables at the playhead.
func (p *Playground) Locals() Locals {
	return p.localsFor(p.Selected)
}

func (p *Playground) localsFor(task trace.TaskID) Locals {
	if l := p.locals; l.program == p.Run() && l.Task == task && l.Event == p.Play.Event {
		return l
	}
	return Locals{Task: task, Event: p.Play.Event}
}

// Inspect asks the engine for a task's variables at the playhead. Nothing is asked while a run is under way, for it would
// give way; done is called when the answer is there, or at once when it is known.
func (p *Playground) Inspect(task trace.TaskID, done func(Locals)) {
	r, v := p.Run(), p.Current()
	if r == nil || v.Source != r.Source || v.running || p.runningOf != nil || v.broken != nil {
		return
	}
	if l := p.localsFor(task); l.Known {
		done(l)
		return
	}
	event := p.Play.Event
	request := p.request(v)
	request.Inspect = &runtime.Inspect{Event: event, Task: task}
	p.env.Inspect(request, func(answer runtime.Inspection, err error) {
		l := Locals{Task: task, Event: event, Known: true, Failed: err != nil, Answer: answer, program: r}
		if p.Run() != r {
			return
		}
		if p.Selected == 0 || p.Selected == task { // what the panel shows of the selected one stays there
			p.locals = l
			p.touch(PartInstant)
		}
		done(l)
	})
}

// Lookup finds a variable by its name: in the frame that stands on the line's function first, then outwards, then in the module.
func (l *Locals) Lookup(name string) (runtime.Var, string, bool) {
	for _, f := range l.Answer.Frames {
		for _, v := range f.Vars {
			if v.Name == name {
				return v, f.Function, true
			}
		}
	}
	for _, v := range l.Answer.Globals {
		if v.Name == name {
			return v, "", true
		}
	}
	return runtime.Var{}, "", false
}

// HoverTask is whose variables a name on a line of the code means at the playhead: the selected task's, else those of the
// task that stands nearest.
func (p *Playground) HoverTask(line int) trace.TaskID {
	if p.Selected > 0 {
		return p.Selected
	}
	return p.NearestTask(line)
}

// NearestTask is the task in whose function a line stands, 0 when there is none at the playhead: the running one first.
func (p *Playground) NearestTask(line int) trace.TaskID {
	r := p.Run()
	if r == nil {
		return 0
	}
	state := r.StateAt(p.Play.Event)
	var best trace.TaskID
	if state.Running > 0 {
		best = state.Running
	}
	nearest := 1 << 30
	for i := range state.Tasks {
		t := &state.Tasks[i]
		if t.Phase == trace.PhaseNone || t.Phase.Ended() || r.defLine(trace.TaskID(i+1)) > line {
			continue
		}
		// The function whose def is the last one above the line.
		if d := line - r.defLine(trace.TaskID(i+1)); d < nearest || d == nearest && trace.TaskID(i+1) == state.Running {
			nearest, best = d, trace.TaskID(i+1)
		}
	}
	return best
}

// defLine is the line of the def of a task's coroutine.
func (r *Run) defLine(task trace.TaskID) int {
	return int(r.Trace.Tasks[task-1].CoroLine)
}

// Visits is how often a line has run up to the playhead.
func (l *Locals) Visits(line int) int {
	for _, v := range l.Answer.Visits {
		if int(v.Line) == line {
			return v.Count
		}
	}
	return 0
}
