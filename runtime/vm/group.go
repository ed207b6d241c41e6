package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// exceptStarMatch executes OpExceptStarMatch (PEP 654).
func (m *machine) exceptStarMatch(f *frame, in compile.Instr) *object.Exception {
	rest, classes := f.regs[in.A], f.regs[in.B]
	if err := checkStarClasses(classes); err != nil {
		return err
	}
	f.regs[in.C] = object.None
	exc, ok := object.AsException(rest)
	if !ok {
		return nil
	}
	matched, err := m.exceptMatch(rest, classes)
	if err != nil {
		return err
	}
	switch {
	case matched && exc.Group != nil:
		f.regs[in.C], f.regs[in.A] = rest, object.None
		return nil
	case matched:
		wrapped, err := m.newGroup(object.NewTuple(rest))
		f.regs[in.C], f.regs[in.A] = wrapped, object.None
		return err
	case exc.Group == nil:
		return nil
	}
	f.regs[in.C], f.regs[in.A], err = m.split(rest, classes)
	return err
}

func checkStarClasses(classes object.Value) *object.Exception {
	items := []object.Value{classes}
	if tuple, ok := object.AsTuple(classes); ok {
		items = tuple.Items
	}
	for _, c := range items {
		cls, ok := object.AsType(c)
		if !ok || !cls.IsSubtype(object.BaseExceptionType) {
			return object.TypeErrorf(badExceptType)
		}
		if cls.IsSubtype(object.BaseExceptionGroupType) {
			return object.TypeErrorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// newGroup makes the unnamed groups of except*.
func (m *machine) newGroup(members object.Value) (object.Value, *object.Exception) {
	return object.Call(m.t, object.BaseExceptionGroupType.Value(), object.Arguments(object.NewStr(""), members))
}

// split calls group.split(condition), which a subclass may have its own version of.
func (m *machine) split(group, condition object.Value) (match, rest object.Value, err *object.Exception) {
	pair, err := object.CallMethod(m.t, group, "split", condition)
	if err != nil {
		return object.None, object.None, err
	}
	tuple, ok := object.AsTuple(pair)
	if !ok {
		return object.None, object.None, object.TypeErrorf("%s.split must return a tuple, not %s", object.TypeName(group), object.TypeName(pair))
	}
	if len(tuple.Items) < 2 {
		return object.None, object.None, object.TypeErrorf("%s.split must return a 2-tuple, got tuple of size %d", object.TypeName(group), len(tuple.Items))
	}
	return tuple.Items[0], tuple.Items[1], nil
}

// prepareReraiseStar computes what an except* statement raises at its end, or None: the
// new exceptions of its handlers, and in the shape of the original group what they raised again or
// did not take (CPython 3.13 exceptions.c, _PyExc_PrepReraiseStar).
func (m *machine) prepareReraiseStar(original, list object.Value) (object.Value, *object.Exception) {
	orig, _ := object.AsException(original)
	excs, _ := object.AsList(list)
	if orig.Group == nil {
		for _, v := range excs.Items {
			if !v.IsNone() {
				return v, nil
			}
		}
		return object.None, nil
	}
	var raised []object.Value
	kept := map[*object.Exception]bool{}
	for _, v := range excs.Items {
		e, ok := object.AsException(v)
		switch {
		case !ok:
		case sameOrigin(e, orig):
			collectLeaves(e, kept)
		default:
			raised = append(raised, v)
		}
	}
	if len(kept) > 0 {
		again, err := m.project(original, kept)
		if err != nil || len(raised) == 0 {
			return again, err
		}
		raised = append(raised, again)
	}
	switch len(raised) {
	case 0:
		return object.None, nil
	case 1:
		return raised[0], nil
	}
	return m.newGroup(object.NewList(raised))
}

// sameOrigin reports whether e is a part of orig that was let through or raised again
// unchanged: it has still the group's metadata.
func sameOrigin(e, orig *object.Exception) bool {
	return e.Group != nil && e.Cause == orig.Cause && e.Context == orig.Context &&
		tracebackLength(e) == tracebackLength(orig)
}

func tracebackLength(e *object.Exception) int {
	if e.Traceback == nil {
		return 0
	}
	return len(e.Traceback.Entries)
}

func collectLeaves(e *object.Exception, into map[*object.Exception]bool) {
	if e.Group == nil {
		into[e] = true
		return
	}
	for _, member := range e.Group {
		collectLeaves(member, into)
	}
}

// project is the part of the group that holds the leaves given.
func (m *machine) project(group object.Value, leaves map[*object.Exception]bool) (object.Value, *object.Exception) {
	isLeaf := object.NewFunction("", "is_leaf", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		e, ok := object.AsException(a.Pos[0])
		return object.Bool(ok && leaves[e]), nil
	})
	match, _, err := m.split(group, isLeaf)
	return match, err
}
