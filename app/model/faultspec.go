package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime"
)

// ParseFault reads a fault as a run request has it. The error says what is wrong with it.
func ParseFault(spec string) (Fault, error) {
	if err := runtime.CheckFault(spec); err != nil {
		return Fault{}, err
	}
	if rest, network := strings.CutPrefix(spec, "net:"); network {
		return parseNetFault(rest)
	}
	parts, err := runtime.ParseFault(spec)
	if err != nil {
		return Fault{}, err
	}
	if parts.File != "" && parts.File != fileName {
		return Fault{}, fmt.Errorf("stands in %s, and this program is one file", parts.File)
	}
	f := Fault{
		Line: parts.Line, Exception: parts.Exception, Message: parts.Message, Seconds: parts.Seconds, Signal: parts.Signal,
		Nth: parts.Nth, Every: parts.Every, Task: parts.Task, OfRun: parts.OfRun,
	}
	if parts.Action != "raise" {
		f.Kind = FaultKind(parts.Action)
		f.Exception = DefaultFault(f.Line).Exception // what the form offers when it is made to raise
	}
	return f, nil
}

func parseNetFault(text string) (Fault, error) {
	f := Fault{}
	for i, field := range strings.Fields(text) {
		name, value, _ := strings.Cut(field, "=")
		number, err := strconv.ParseFloat(value, 64)
		switch _, network, known := kindOf(FaultKind(value)); {
		case i == 0:
			f.URL = field
		case name == "status" && err == nil:
			f.Kind, f.Status = FaultNetStatus, int(number)
		case name == "latency" && err == nil:
			f.Kind, f.Seconds = FaultNetSlow, number
		case name == "fail" && network && known:
			f.Kind = FaultKind(value)
		case name == "nth" && err == nil:
			f.Nth = int(number)
		case name == "every" && err == nil:
			f.Every = int(number)
		default:
			return Fault{}, fmt.Errorf("a fault of the network takes status, latency or fail, and nth or every, got %q", field)
		}
	}
	return f, nil
}

// SetFaults puts faults in place of all that the program on the screen has, and in its other variants where they have the line.
func (p *Playground) SetFaults(faults []Fault) {
	p.input()
	base := p.Current().Source
	changed := false
	for _, v := range p.Variants {
		if own := FollowFaults(faults, base, v.Source); !slices.Equal(own, v.Faults) {
			v.Faults, v.stale, changed = own, true, true
		}
	}
	if changed {
		p.touch(PartShell, PartProgram, PartInstant)
		p.runCurrent()
	}
}
