package model

import (
	"encoding/json"

	"asyncplay/runtime/trace"
)

// Marks is what the editor shows beside the code, in its JSON form.
type Marks struct {
	CurrentLine int          `json:"currentLine,omitempty"`
	Badges      []MarkBadge  `json:"badges,omitempty"`
	Faults      []MarkFault  `json:"faults,omitempty"`
	Lines       []MarkLine   `json:"lines,omitempty"`
	Diagnostics []Diagnostic `json:"diagnostics,omitempty"`
	Lit         *MarkLit     `json:"lit,omitempty"`
}

// MarkBadge is a task that stands on a line.
type MarkBadge struct {
	Line  int    `json:"line"`
	Task  string `json:"task"` // the TaskID, as the page's data-task has it
	Label string `json:"label"`
	State string `json:"state"`
	Title string `json:"title"`
}

// MarkFault is a fault's bolt and its chip at the line's end.
type MarkFault struct {
	Line int    `json:"line"`
	On   bool   `json:"on"`
	Chip string `json:"chip"`
}

// MarkLine tints a line in a state.
type MarkLine struct {
	Line  int    `json:"line"`
	State string `json:"state"`
}

// Diagnostic is an error at its place; lines and columns from 1.
type Diagnostic struct {
	Line    int    `json:"line"`
	Col     int    `json:"col"`
	EndLine int    `json:"endLine"`
	EndCol  int    `json:"endCol"`
	Message string `json:"message"`
}

// MarkLit is the line or task that the hand points at elsewhere.
type MarkLit struct {
	Line int    `json:"line,omitempty"`
	Task string `json:"task,omitempty"`
}

// Marks are the editor's marks at the playhead's instant.
func (p *Playground) Marks() Marks { return p.marks(p.Shown()) }

// RunMarks are those of the program that runs, for a page that shows no other.
func (p *Playground) RunMarks() Marks { return p.marks(p.Current()) }

func (p *Playground) marks(v *Variant) Marks {
	var m Marks
	for i := range v.Faults {
		if f := &v.Faults[i]; !f.OnNetwork() {
			m.Faults = append(m.Faults, MarkFault{Line: f.Line, On: !f.Off, Chip: f.Chip(p.Lang)})
		}
	}
	if v != p.Current() {
		return m // the run's lines are another program's
	}
	if v.broken != nil {
		m.Diagnostics = diagnostics(v.broken.Trace)
	}
	if r := p.Run(); r != nil && v.broken == nil {
		p.taskMarks(&m, r)
	}
	if p.Lit.Line > 0 {
		m.Lit = &MarkLit{Line: int(p.Lit.Line)}
	} else if p.Lit.Task > 0 {
		m.Lit = &MarkLit{Task: itoa(p.Lit.Task)}
	}
	return m
}

// JSON is the form that the editor element takes.
func (m Marks) JSON() string {
	b, err := json.Marshal(m)
	if err != nil {
		return "{}"
	}
	return string(b)
}

func (p *Playground) taskMarks(m *Marks, r *Run) {
	state := r.StateAt(p.Play.Event)
	tints, standing := map[int]int{}, map[int]int{}
	defer func() { p.crowds(m, standing) }()
	for i := range state.Tasks {
		t := &state.Tasks[i]
		if t.Line < 1 || t.Phase == trace.PhaseNone || t.Phase == trace.PhaseDone || t.Phase == trace.PhaseCreated {
			continue
		}
		look := TaskLook(t)
		line := p.lineNow(r, int(t.Line))
		if line == 0 {
			continue
		}
		if standing[line]++; standing[line] <= badgesOfLineMax {
			m.Badges = append(m.Badges, MarkBadge{
				Line: line, Task: itoa(trace.TaskID(i + 1)), Label: r.Badge(trace.TaskID(i + 1)), State: look.Name,
				Title: r.TaskName(trace.TaskID(i+1)) + ": " + StateName(p.Lang, t),
			})
		}
		if at, ok := tints[line]; !ok {
			tints[line] = len(m.Lines)
			m.Lines = append(m.Lines, MarkLine{Line: line, State: look.Name})
		} else if was := m.Lines[at].State; look == lookRun || was == lookRaised.Name || was == lookCancelled.Name {
			m.Lines[at].State = look.Name // who runs says more than who waits, and who lives more than who died
		}
	}
	if e := r.event(p.Play.Event); e != nil && e.Line > 0 {
		switch e.Kind {
		case trace.TaskRaised, trace.ExceptionRaised, trace.FaultApplied, trace.RunRaised:
			m.CurrentLine = p.lineNow(r, int(e.Line))
			if at, ok := tints[m.CurrentLine]; ok {
				m.Lines[at].State = lookRaised.Name
			}
		}
	}
}

// badgesOfLineMax is how many tasks have a badge of their own at the end of a line.
const badgesOfLineMax = 8

// crowds says how many more tasks stand on lines with very many.
func (p *Playground) crowds(m *Marks, standing map[int]int) {
	for i := range m.Lines {
		if n := standing[m.Lines[i].Line] - badgesOfLineMax; n > 0 {
			m.Badges = append(m.Badges, MarkBadge{Line: m.Lines[i].Line, Label: "+" + itoa(trace.TaskID(n)), State: lookReady.Name})
		}
	}
}

// EventLine is the line of the current event, 0 when it has none or the line is gone.
func (p *Playground) EventLine() int {
	r := p.Run()
	if r == nil || p.Shown() != p.Current() {
		return 0
	}
	if e := r.event(p.Play.Event); e != nil {
		return p.lineNow(r, int(e.Line))
	}
	return 0
}

func diagnostics(t *trace.Trace) []Diagnostic {
	o := &t.Outcome
	if o.Line < 1 {
		return nil
	}
	return []Diagnostic{{
		Line: int(o.Line), Col: max(1, int(o.Col)), EndLine: int(o.EndLine), EndCol: int(o.EndCol),
		Message: t.Text(o.Text),
	}}
}
