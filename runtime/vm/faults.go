package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// FaultHook applies the faults of a line: it returns an exception to raise, a Resumable to
// await first, or neither.
type FaultHook func(t *object.Thread, line int32) (object.Resumable, *object.Exception)

type faultTable struct {
	lines map[int32]bool
	hook  FaultHook
}

// SetFaults makes the run call hook each time that a statement of the main script at one
// of these lines is about to run. It must be called before any code of the run is linked; without
// it nothing is checked at all.
func SetFaults(run *object.Run, lines []int32, hook FaultHook) {
	table := &faultTable{lines: map[int32]bool{}, hook: hook}
	for _, line := range lines {
		table.lines[line] = true
	}
	stateOf(run).faults = table
}

// opFault stands in linked code in the place of an instruction at which a faulted
// statement starts.
const opFault compile.Op = 0xFFFF

// plantFaults puts opFault at the starts of the statements that have faults.
func (c *code) plantFaults(faults *faultTable) {
	if faults == nil || !c.script {
		return
	}
	for _, s := range c.source.Statements {
		if !faults.lines[s.Line] {
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

// fault applies the faults at the instruction before f.pc. When goOn is true that
// instruction is to run now; else the frame returned goes on, or none, as with settle.
func (m *machine) fault(f *frame) (goOn bool, next *frame, exc *object.Exception) {
	if f.faultPassed {
		f.faultPassed, f.atFault = false, false
		return true, f, nil
	}
	r, exc := m.shared.faults.hook(m.t, f.code.faultLines[uint32(f.pc-1)])
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
