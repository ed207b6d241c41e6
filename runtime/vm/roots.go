package vm

import (
	"slices"

	"asyncplay/runtime/object"
)

// visitRoots visits the values that only frames hold, for the measure of memory.
func (s *runState) visitRoots(visit func(object.Value)) {
	for _, m := range s.machines {
		for f := m.top; f != nil; f = f.back {
			f.visitValues(visit)
		}
	}
	for _, p := range s.pending.items {
		if p.gen != nil {
			visit(p.gen.Value())
		}
	}
}

func (f *frame) visitValues(visit func(object.Value)) {
	if f.gen != nil {
		visit(f.gen.Value())
		return
	}
	for _, v := range f.regs {
		if v.IsValid() {
			visit(v)
		}
	}
	if f.self.IsValid() {
		visit(f.self)
	}
	if f.fn != nil {
		visit(f.fn.Value())
	}
}

// CloseThread forgets a thread that has ended.
func CloseThread(t *object.Thread) {
	m := machineOf(t)
	m.shared.machines = slices.DeleteFunc(m.shared.machines, func(other *machine) bool { return other == m })
}
