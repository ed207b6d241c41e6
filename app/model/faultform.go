package model

import (
	"slices"
	"strconv"
	"strings"
)

// FaultForm is the fault under edit.
type FaultForm struct {
	Index int // in Playground.Faults; -1: none
}

// FaultField names what the form can change.
type FaultField string

const (
	FaultDoes      FaultField = "does" // a FaultKind
	FaultException FaultField = "exception"
	FaultMessage   FaultField = "message"
	FaultSeconds   FaultField = "seconds"
	FaultSignalIs  FaultField = "signal"
	FaultURL       FaultField = "url"
	FaultStatus    FaultField = "status"
	FaultWhen      FaultField = "when" // a FaultTimes
	FaultNumber    FaultField = "number"
	FaultCount     FaultField = "count" // "each" task's visits or those of the whole "run"
	FaultTask      FaultField = "task"
	FaultLine      FaultField = "line"
)

const (
	faultsMax     = 32
	faultTextMax  = 200 // characters
	faultNthMax   = 1_000_000
	faultHostsMax = 12 // offered

	faultSecondsMax = 1e9
)

// GutterClicked makes a line of the program in the editor raise, or opens its fault when it has one.
func (p *Playground) GutterClicked(line int) { p.faultOn(p.Shown(), line) }

// FaultOnLine does the same on a line of the program that runs.
func (p *Playground) FaultOnLine(line int) { p.faultOn(p.Current(), line) }

func (p *Playground) faultOn(v *Variant, line int) {
	p.input()
	if line < 1 || line > strings.Count(v.Source, "\n")+1 {
		return
	}
	i := v.FaultAt(line)
	if i < 0 {
		if len(v.Faults) >= faultsMax {
			return
		}
		v.Faults = append(v.Faults, DefaultFault(line))
		i = len(v.Faults) - 1
		p.faultsChanged(v)
	}
	p.OpenFault(slices.IndexFunc(p.Faults(), func(f FaultRef) bool { return f.Of == v && f.Index == i }))
}

// OpenFault opens the form for a fault.
func (p *Playground) OpenFault(i int) {
	p.input()
	if i < 0 || i >= len(p.Faults()) {
		return
	}
	p.Form.Index = i
	p.Overlay = OverlayFault
	p.touch(PartShell, PartProgram)
}

// FormFault is the fault in the form, ok is false when the form is closed.
func (p *Playground) FormFault() (f FaultRef, ok bool) {
	refs := p.Faults()
	if p.Overlay != OverlayFault || p.Form.Index < 0 || p.Form.Index >= len(refs) {
		return FaultRef{}, false
	}
	return refs[p.Form.Index], true
}

// SetFault changes a field of the fault in the form and runs again.
func (p *Playground) SetFault(field FaultField, value string) {
	ref, ok := p.FormFault()
	if !ok {
		return
	}
	v, f := ref.Of, ref.Fault()
	before := *f
	switch field {
	case FaultDoes:
		f.setKind(FaultKind(value))
	case FaultSeconds:
		if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds >= 0 && seconds <= faultSecondsMax {
			f.Seconds = seconds
		}
	case FaultSignalIs:
		if slices.Contains(FaultSignals, value) {
			f.Signal = value
		}
	case FaultURL:
		f.URL = cut(value)
	case FaultStatus:
		f.Status = atoi(value)
	case FaultException:
		f.Exception = cut(strings.TrimSpace(value))
	case FaultMessage:
		f.Message = cut(value)
	case FaultWhen:
		f.times(FaultTimes(value), max(1, f.Number()))
	case FaultNumber:
		f.times(f.When(), max(1, min(faultNthMax, atoi(value))))
	case FaultCount:
		f.OfRun = value == "run"
	case FaultTask:
		f.Task = cut(value)
	case FaultLine:
		if line := atoi(value); !f.OnNetwork() && line >= 1 && line <= strings.Count(v.Source, "\n")+1 && v.FaultAt(line) < 0 {
			f.Line = line
		}
	}
	if *f != before {
		p.faultsChanged(v)
	}
}

// times sets on which visits the fault strikes.
func (f *Fault) times(when FaultTimes, number int) {
	f.Nth, f.Every = 0, 0
	switch when {
	case FaultOnNth:
		f.Nth = number
	case FaultOnEvery:
		f.Every = number
	}
}

// AddNetFault adds a fault of the network and opens its form.
func (p *Playground) AddNetFault() {
	p.input()
	v := p.Current()
	if len(v.Faults) >= faultsMax {
		return
	}
	f := Fault{Kind: FaultNetStatus, Status: 503, URL: "*"}
	if hosts := p.Hosts(); len(hosts) > 0 {
		f.URL = hosts[0] + "/*"
	}
	v.Faults = append(v.Faults, f)
	p.faultsChanged(v)
	p.OpenFault(len(v.Faults) - 1)
}

// netWords betray a program that uses the network.
var netWords = []string{"aiohttp", "httpx", "requests", "urllib", "open_connection", "create_connection", "socket", "#@network"}

// UsesNetwork reports whether a fault of the network could strike the program.
func (p *Playground) UsesNetwork() bool {
	v := p.Current()
	for i := range v.Faults {
		if v.Faults[i].OnNetwork() {
			return true
		}
	}
	return slices.ContainsFunc(netWords, func(word string) bool { return strings.Contains(v.Source, word) })
}

// Hosts are the hosts that the program's text names, in the order in which they come.
func (p *Playground) Hosts() []string {
	var hosts []string
	rest := p.Current().Source
	for len(hosts) < faultHostsMax {
		_, after, found := strings.Cut(rest, "://")
		if !found {
			break
		}
		end := strings.IndexFunc(after, func(r rune) bool {
			return r != '.' && r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
		})
		if rest = after; end > 0 && strings.Contains(after[:end], ".") && !slices.Contains(hosts, after[:end]) {
			hosts = append(hosts, after[:end])
		}
	}
	return hosts
}

// ToggleFault switches a fault on or off.
func (p *Playground) ToggleFault(i int) {
	p.input()
	if refs := p.Faults(); i >= 0 && i < len(refs) {
		f := refs[i].Fault()
		f.Off = !f.Off
		p.faultsChanged(refs[i].Of)
	}
}

// RemoveFault takes a fault away.
func (p *Playground) RemoveFault(i int) {
	p.input()
	refs := p.Faults()
	if i < 0 || i >= len(refs) {
		return
	}
	v, at := refs[i].Of, refs[i].Index
	v.Faults = append(v.Faults[:at:at], v.Faults[at+1:]...)
	if p.Overlay == OverlayFault {
		p.Overlay = OverlayNone
	}
	p.faultsChanged(v)
}

// faultsChanged runs again what the faults of a variant strike: itself, or, when it is a module, those that import it.
func (p *Playground) faultsChanged(v *Variant) {
	v.stale = true
	p.touch(PartShell, PartProgram, PartInstant)
	p.runCurrent()
}

// TaskNames are the names that a fault can be bound to: those of the run shown.
func (p *Playground) TaskNames() []string {
	r := p.Run()
	if r == nil {
		return nil
	}
	var names []string
	seen := map[string]bool{}
	for i := range r.Trace.Tasks {
		name := r.Trace.Text(r.Trace.Tasks[i].Name)
		if !seen[name] && !r.Trace.Tasks[i].Thread {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

func cut(s string) string {
	if r := []rune(s); len(r) > faultTextMax {
		return string(r[:faultTextMax])
	}
	return s
}

func atoi(s string) int {
	n := 0
	for _, c := range strings.TrimSpace(s) {
		if c < '0' || c > '9' || n > 1e8 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
