package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// isMatchSequence reports whether a sequence pattern can match v.
func isMatchSequence(v object.Value) bool {
	switch v.Type().Layout {
	case object.LayoutList, object.LayoutTuple, object.LayoutRange:
		return true
	}
	return derivesFrom(v.Type(), "Sequence", "deque")
}

// isMatchMapping reports whether a mapping pattern can match v.
func isMatchMapping(v object.Value) bool {
	return v.Type().Layout == object.LayoutDict || derivesFrom(v.Type(), "Mapping", "mappingproxy")
}

// derivesFrom looks for the abstract class of package collections, or the built-in type of that name.
func derivesFrom(typ *object.Type, abstract, builtin string) bool {
	for _, c := range typ.MRO {
		if c.Name == abstract && c.Module == "collections.abc" || c.Name == builtin && c.Flags&object.FlagHeap == 0 {
			return true
		}
	}
	return false
}

// matchKeys executes OpMatchKeys.
func (m *machine) matchKeys(f *frame, in compile.Instr) *object.Exception {
	subject := f.regs[in.B]
	keys, _ := object.AsTuple(f.regs[in.C])
	values := make([]object.Value, len(keys.Items))
	f.regs[in.A] = object.None
	seen := object.NewDict()
	for i, key := range keys.Items {
		_, twice, err := seen.Get(m.t, key)
		if err != nil {
			return err
		}
		if twice {
			return object.ValueErrorf("mapping pattern checks duplicate key (%s)", safeRepr(m.t, key, "key"))
		}
		if err := seen.Set(m.t, key, object.None); err != nil {
			return err
		}
		v, found, err := m.mappingItem(subject, key)
		if err != nil || !found {
			return err
		}
		values[i] = v
	}
	f.regs[in.A] = object.NewTuple(values...)
	return nil
}

// mappingItem is mapping.get(key), which makes no entry in a defaultdict.
func (m *machine) mappingItem(subject, key object.Value) (object.Value, bool, *object.Exception) {
	if dict, ok := object.AsDict(subject); ok {
		return dict.Get(m.t, key)
	}
	absent := object.NewList(nil)
	v, err := object.CallMethod(m.t, subject, "get", key, absent)
	return v, err == nil && !v.Is(absent), err
}

// matchRest executes OpMatchRest.
func (m *machine) matchRest(f *frame, in compile.Instr) *object.Exception {
	rest := object.NewDict()
	if _, err := m.visitMapping(f.regs[in.B], func(key, value object.Value) *object.Exception {
		return rest.Set(m.t, key, value)
	}); err != nil {
		return err
	}
	keys, _ := object.AsTuple(f.regs[in.C])
	for _, key := range keys.Items {
		if _, err := rest.Delete(m.t, key); err != nil {
			return err
		}
	}
	f.regs[in.A] = rest.Value()
	return nil
}

// matchClass executes OpMatchClass.
func (m *machine) matchClass(f *frame, in compile.Instr) *object.Exception {
	class, subject, positional := f.regs[in.A], f.regs[in.B], int(in.C)
	names, _ := object.AsTuple(f.regs[in.A+1])
	f.regs[in.A] = object.None
	cls, ok := object.AsType(class)
	if !ok {
		return object.TypeErrorf("called match pattern must be a class")
	}
	if isInstance, err := object.IsInstance(m.t, subject, class); err != nil || !isInstance {
		return err
	}
	values := make([]object.Value, 0, positional+len(names.Items))
	seen := map[string]bool{}
	if positional > 0 {
		fields, self, err := m.matchArgs(cls, positional)
		if err != nil {
			return err
		}
		if self {
			values = append(values, subject)
		}
		for _, name := range fields {
			v, found, err := m.matchAttr(cls, subject, name, seen)
			if err != nil || !found {
				return err
			}
			values = append(values, v)
		}
	}
	for _, name := range names.Items {
		s, _ := object.StrOf(name)
		v, found, err := m.matchAttr(cls, subject, s, seen)
		if err != nil || !found {
			return err
		}
		values = append(values, v)
	}
	f.regs[in.A] = object.NewTuple(values...)
	return nil
}

func (m *machine) matchAttr(cls *object.Type, subject object.Value, name string, seen map[string]bool) (object.Value, bool, *object.Exception) {
	if seen[name] {
		return object.Value{}, false, object.TypeErrorf("%s() got multiple sub-patterns for attribute '%s'", cls.Name, name)
	}
	seen[name] = true
	return object.OptAttr(m.t, subject, name)
}

// matchArgs returns the attribute names that positional patterns stand for, or self for the
// built-in types whose one positional pattern matches the subject itself.
func (m *machine) matchArgs(cls *object.Type, positional int) (fields []string, self bool, err *object.Exception) {
	v, found, err := object.OptAttr(m.t, cls.Value(), "__match_args__")
	if err != nil {
		return nil, false, err
	}
	allowed := 0
	var items []object.Value
	if found {
		tuple, ok := object.AsTuple(v)
		if !ok {
			return nil, false, object.TypeErrorf("%s.__match_args__ must be a tuple (got %s)", cls.Name, object.TypeName(v))
		}
		items, allowed = tuple.Items, len(tuple.Items)
	} else if matchesSelf(cls) {
		self, allowed = true, 1
	}
	if positional > allowed {
		plural := "s"
		if allowed == 1 {
			plural = ""
		}
		return nil, false, object.TypeErrorf("%s() accepts %d positional sub-pattern%s (%d given)", cls.Name, allowed, plural, positional)
	}
	if self {
		return nil, true, nil
	}
	for _, item := range items[:positional] {
		name, ok := object.StrOf(item)
		if !ok {
			return nil, false, object.TypeErrorf("__match_args__ elements must be strings (got %s)", object.TypeName(item))
		}
		fields = append(fields, name)
	}
	return fields, false, nil
}

func matchesSelf(cls *object.Type) bool {
	switch cls.Layout {
	case object.LayoutBool, object.LayoutInt, object.LayoutFloat, object.LayoutStr, object.LayoutBytes,
		object.LayoutByteArray, object.LayoutList, object.LayoutTuple, object.LayoutDict, object.LayoutSet:
		return true
	}
	return false
}
