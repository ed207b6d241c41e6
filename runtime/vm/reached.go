package vm

import "asyncplay/runtime/object"

// reachedPerStep is how many objects are looked at for a step.
const reachedPerStep = 8

// Reached tells which of the values the program can still reach, from the frames that run and
// from what the engine keeps. When there are too many objects to look at it says all of them.
func Reached(t *object.Thread, values []object.Value, visitsMax int) (map[object.Value]bool, *object.Exception) {
	wanted := make(map[object.Value]bool, len(values))
	for _, v := range values {
		wanted[v] = true
	}
	reached := map[object.Value]bool{}
	visits := t.Reach(visitsMax, func(v object.Value) bool {
		if wanted[v] {
			reached[v] = true
		}
		return len(reached) == len(wanted)
	}, func(visit func(object.Value)) {
		for _, m := range stateOf(t.Run).machines {
			m.visitLive(visit)
		}
	}, t.Run.VisitRoots)
	if visits >= visitsMax {
		return wanted, nil
	}
	return reached, t.Tick(1 + visits/reachedPerStep)
}
