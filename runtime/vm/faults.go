package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// FaultPlace is a line of the main script, or of a module's file when File has its name.
type FaultPlace struct {
	File string
	Line int32
}

// FaultHook applies the faults of a line: it returns an exception to raise, a Resumable to
// await first, or neither.
type FaultHook func(t *object.Thread, at FaultPlace) (object.Resumable, *object.Exception)

type faultTable struct {
	places map[FaultPlace]bool
	hook   FaultHook
}

// SetFaults makes the run call hook each time that a statement at one of these places is about to run. It must be called
// before any code of the run is linked; without it nothing is checked at all.
func SetFaults(run *object.Run, places []FaultPlace, hook FaultHook) {
	table := &faultTable{places: map[FaultPlace]bool{}, hook: hook}
	for _, place := range places {
		table.places[place] = true
	}
	stateOf(run).faults = table
}

// opFault stands in linked code in the place of an instruction at which a faulted
// statement starts.
const opFault compile.Op = 0xFFFF

// plantFaults puts opFault at the starts of the statements that have faults.
func (c *code) plantFaults(faults *faultTable) {
	if faults == nil || c.library {
		return
	}
	at := FaultPlace{File: c.faultFile()}
	for _, s := range c.source.Statements {
		if at.Line = s.Line; !faults.places[at] {
			continue
		}
		if c.faultLines == nil {
			c.instrs = append([]compile.Instr(nil), c.source.Instrs...)
			c.faultLines = map[uint32]int32{}
		}
		c.faultLines[s.PC] = s.Line
		// The operands stay: a jump reads its target from the instruction.
		c.instrs[s.PC].Op, c.instrs[s.PC].A = opFault, compile.NoReg
	}
}

// faultFile is the file of a FaultPlace in this code.
func (c *code) faultFile() string {
	if c.script {
		return ""
	}
	return c.source.Filename
}

// fault applies the faults at the instruction before f.pc. When goOn is true that
// instruction is to run now; else the frame returned goes on, or none, as with settle.
func (m *machine) fault(f *frame) (goOn bool, next *frame, exc *object.Exception) {
	if f.faultPassed {
		f.faultPassed, f.atFault = false, false
		return true, f, nil
	}
	r, exc := m.shared.faults.hook(m.t, FaultPlace{File: f.code.faultFile(), Line: f.code.faultLines[uint32(f.pc-1)]})
	if exc != nil {
		f.atFault = true
		return false, f, exc
	}
	canAwait := f.code.kind == kindCoroutine || f.code.kind == kindAsyncGenerator
	if r == nil || !canAwait {
		return true, f, nil
	}
	f.atFault = true
	next, exc = m.settle(f, object.Await(r))
	return false, next, exc
}
