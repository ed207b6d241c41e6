package vm

import (
	"slices"

	"asyncplay/runtime/object"
)

// visitRoots visits the values that only frames hold, for the measure of memory.
func (s *runState) visitRoots(visit func(object.Value)) {
	for _, m := range s.machines {
		m.visitLive(visit)
	}
	for _, p := range s.pending.items {
		if p.gen != nil && !p.gen.watched {
			visit(p.gen.Value())
		}
	}
}

// CloseThread forgets a thread that has ended.
func CloseThread(t *object.Thread) {
	m := machineOf(t)
	m.shared.machines = slices.DeleteFunc(m.shared.machines, func(other *machine) bool { return other == m })
}
