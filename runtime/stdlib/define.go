package stdlib

import (
	"iter"
	"maps"
	"slices"

	"asyncplay/runtime/object"
)

// boundFn is a function whose arguments have been bound by a signature; what was not given
// is the zero Value.
type boundFn func(t *object.Thread, a []object.Value) (object.Value, *object.Exception)

// bind makes a NativeFn of a declaration (see object.MustSignature) and a boundFn.
func bind(decl string, fn boundFn) (string, object.NativeFn) {
	sig := object.MustSignature(decl)
	return sig.Name, bindTo(sig, fn)
}

func bindTo(sig *object.Signature, fn boundFn) object.NativeFn {
	slots := sig.Slots()
	return func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		var few [6]object.Value
		a := few[:]
		if slots > len(few) {
			a = make([]object.Value, slots)
		}
		a = a[:slots]
		if err := sig.Bind(args, a); err != nil {
			return object.Value{}, err
		}
		return fn(t, a)
	}
}

// define adds a function that CPython has written in C to a module.
func define(m *object.Module, decl string, fn boundFn) {
	name, f := bind(decl, fn)
	m.Dict.SetStr(name, object.NewFunction(m.Name, name, f))
}

// define1 adds a C function of exactly one positional argument.
func define1(m *object.Module, name string, fn func(t *object.Thread, x object.Value) (object.Value, *object.Exception)) {
	full := m.Name + "." + name
	m.Dict.SetStr(name, object.NewFunction(m.Name, name, func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if err := a.NoKeywords(full); err != nil {
			return object.Value{}, err
		}
		if len(a.Pos) != 1 {
			return object.Value{}, object.TypeErrorf("%s() takes exactly one argument (%d given)", full, len(a.Pos))
		}
		return fn(t, a.Pos[0])
	}))
}

// defineN adds a C function of between minCount and maxCount positional arguments; maxCount
// < 0 means any number.
func defineN(m *object.Module, name string, minCount, maxCount int, fn boundFn) {
	m.Dict.SetStr(name, object.NewFunction(m.Name, name, func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if err := a.CheckCount(name, minCount, maxCount); err != nil {
			return object.Value{}, err
		}
		return fn(t, a.Pos)
	}))
}

// method adds a method; the declaration names self first. Messages about wrong calls name
// the class when CPython has it written in Python.
func method(typ *object.Type, decl string, fn boundFn) {
	sig := object.MustSignature(decl)
	name := sig.Name
	if typ.Flags&object.FlagPythonClass != 0 {
		sig.Name = typ.Qualname + "." + name
	}
	typ.AddMethod(name, bindTo(sig, fn))
}

// given returns v, or fallback when the argument was not given.
func given(v, fallback object.Value) object.Value {
	if v.IsValid() {
		return v
	}
	return fallback
}

// absent reports an argument that was not given or is None.
func absent(v object.Value) bool { return !v.IsValid() || v.IsNone() }

// str returns the text of a str value; callers have checked it.
func str(v object.Value) string {
	s, _ := object.StrOf(v)
	return s
}

// sorted goes through a table by name, so that the order is always the same.
func sorted[T any](table map[string]T) iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			if !yield(name, table[name]) {
				return
			}
		}
	}
}

// enterRepr notes that the repr of a container is being made; inside is true when it was
// already, and then leaveRepr must not be called.
func enterRepr(t *object.Thread, v object.Value) (inside bool, err *object.Exception) {
	l := libraryOf(t)
	if slices.Contains(l.reprs, v) {
		return true, nil
	}
	if err := t.EnterNative(" while getting the repr of an object"); err != nil {
		return false, err
	}
	l.reprs = append(l.reprs, v)
	return false, nil
}

func leaveRepr(t *object.Thread) {
	l := libraryOf(t)
	l.reprs = l.reprs[:len(l.reprs)-1]
	t.LeaveNative()
}
